-- The proof of delivery: seals, progress of each stream, what registers say of themselves.

-- A genuine entry that cannot be posted holds its number all the same, so that its stream has no
-- gap: type 'suspended', and its row in suspense points at it. Only those lack what posting needs.
alter table entry
  alter column business_date drop not null,
  alter column recorded_at drop not null,
  alter column operator drop not null,
  alter column drawer_session drop not null,
  add column clock_offset_ms bigint,
  add constraint posted_is_whole check (type = 'suspended'
    or (business_date is not null and recorded_at is not null and operator is not null
      and drawer_session is not null));

-- What could not be read or posted. entry_id: it holds that number. lane, epoch, sequence, key: what
-- it says of itself, as far as it could be read; believe them only where entry_id is set.
alter table suspense
  add column lane text,
  add column epoch bigint,
  add column sequence bigint,
  add column key text,
  add column entry_id bigint unique references entry,
  add column resolved_at timestamptz,
  add column resolution text,
  add constraint resolved_how check ((resolved_at is null) = (resolution is null)),
  drop constraint suspense_kind_check,
  add constraint suspense_kind_check check (kind in ('UNREADABLE', 'BAD_SIGNATURE',
    'UNKNOWN_REGISTER', 'KEY_NOT_ENROLLED', 'OVERSIZED', 'UNKNOWN_VERSION', 'UNPOSTABLE'));
create index suspense_open on suspense (id) where resolved_at is null;
create index suspense_unnumbered on suspense (hash) where resolved_at is null and entry_id is null;

-- The keys registers sign with. One at most is believed for each life of a register, for ever.
create table register_key (
  lane          text not null,
  epoch         bigint not null,
  key           text not null,
  fingerprint   text not null,
  first_seen_at timestamptz not null,
  state         text not null check (state in ('PENDING', 'ENROLLED')),
  decided_by    text,
  decided_at    timestamptz,
  primary key (lane, epoch, key)
);
create unique index register_key_once on register_key (lane, epoch) where state = 'ENROLLED';

-- watermark: HQ holds everything up to there, its chain unbroken; broken_at: the entry there does
-- not follow the one before it, and progress ends until a human has looked. announced: the last
-- number the register told of. request_ranges: what HQ asks for, as 4-9,12-12.
-- A row with watermark_stale gets the next watermark_version and is published.
alter table register_stream
  add column watermark         bigint not null default 0,
  add column watermark_head    char(64) not null default repeat('0', 64),
  add column broken_at         bigint,
  add column watermark_version bigint not null default 0,
  add column watermark_stale   boolean not null default true,
  add column announced         bigint not null default 0,
  add column announced_head    char(64) not null default repeat('0', 64),
  add column announced_at      timestamptz,
  add column missing_since     timestamptz,
  add column request_number    bigint not null default 0,
  add column request_ranges    text not null default '',
  add column request_at        timestamptz,
  add column requests          bigint not null default 0,
  add column last_ticket       bigint not null default 0,
  add column last_session      bigint not null default 0,
  add column told_ticket       bigint not null default 0,
  add column told_session      bigint not null default 0,
  add column suspended         bigint not null default 0,
  add column after_closing     bigint not null default 0,
  add column closed_at         timestamptz,
  add column closed_by         text,
  add column closed_sequence   bigint,
  add column closed_note       text,
  add constraint closed_whole check (
    (closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_sequence is null)
    and (closed_at is null) = (closed_note is null));

-- The readers' cursor. It starts at the clock, so that new or restored books begin above all that
-- was ever said.
create sequence watermark_version;
select setval('watermark_version', (extract(epoch from now()) * 1000)::bigint);

-- The last heartbeat of each stream.
create table register_health (
  lane               text not null,
  epoch              bigint not null,
  sequence           bigint not null,
  head               char(64) not null,
  sent_at            timestamptz not null,
  received_at        timestamptz not null,
  waiting            bigint not null,
  kept               bigint not null,
  disk_level         text not null check (disk_level in ('AMPLE', 'LOW', 'FULL')),
  disk_free_bytes    bigint not null,
  disk_reserve_bytes bigint not null,
  clock_offset_ms    bigint,
  price_book         bigint,
  neighbour          text,
  neighbour_waiting  bigint not null,
  program            text not null,
  primary key (lane, epoch)
);

-- What is or was wrong with a stream, in words. It clears by itself; what was, stays.
create table stream_alarm (
  id         bigint generated always as identity primary key,
  lane       text not null,
  epoch      bigint not null,
  kind       text not null check (kind in ('CHAIN_BROKEN', 'HEAD_DIFFERS', 'CHECKPOINT_DIFFERS',
    'CLOCK_OFF', 'DISK_LOW', 'DISK_FULL', 'DECLARED_LOST', 'SENDS_AFTER_CLOSING')),
  since      timestamptz not null,
  detail     text not null,
  cleared_at timestamptz
);
create unique index stream_alarm_standing on stream_alarm (lane, epoch, kind)
  where cleared_at is null;

-- What registers said of themselves in checkpoints, and what HQ finds in its own books.
-- session_*: of the open drawer session, null when the drawer was closed. hq_*: the same by the
-- books, worked out when they held everything before the checkpoint.
create table checkpoint (
  entry_id      bigint primary key references entry,
  lane          text not null,
  epoch         bigint not null,
  sequence      bigint not null,
  tickets       bigint not null,
  total         numeric(19,4) not null,
  session       bigint,
  session_sales bigint,
  session_total numeric(19,4),
  hq_tickets       bigint,
  hq_total         numeric(19,4),
  hq_session       bigint,
  hq_session_sales bigint,
  hq_session_total numeric(19,4),
  matches          boolean,
  checked_at       timestamptz,
  unique (lane, epoch, sequence)
);
