-- The books of HQ.
--
-- Money is numeric(19,4) beside an ISO 4217 code: exact, readable in any SQL client without knowing
-- a currency's minor unit, and wide enough for every minor unit there is. Quantities and
-- percentages are plain numeric, so they come back digit for digit.
--
-- What came from the shops and what was posted is never changed: refuse_change() guards it.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % refused: the books only grow. Book a correction as a new transaction.',
    tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

-- Every journal entry, byte for byte. Its id decides what is new: one row per lane, epoch, sequence.
create table entry (
  id             bigint generated always as identity primary key,
  lane           text not null,
  store          text not null,
  epoch          bigint not null,
  sequence       bigint not null check (sequence >= 1),
  hash           char(64) not null,
  previous       char(64) not null,
  type           text not null,
  business_date  date not null,
  recorded_at    timestamptz not null,
  received_at    timestamptz not null,
  operator       text not null,
  drawer_session bigint not null,
  bytes          bytea not null,
  constraint entry_once unique (lane, epoch, sequence)
);

create table ticket (
  entry_id       bigint primary key references entry,
  number         text not null,
  kind           text not null check (kind in ('SALE', 'RETURN')),
  reference      text,
  price_book     bigint not null,
  currency       char(3) not null,
  net            numeric(19,4) not null,
  tax            numeric(19,4) not null,
  total          numeric(19,4) not null,
  change         numeric(19,4) not null,
  line_count     integer not null,
  lane           text not null,
  store          text not null,
  business_date  date not null,
  drawer_session bigint not null,
  recorded_at    timestamptz not null,
  check (net + tax = total)
);
create index ticket_by_number on ticket (number);
create index ticket_by_reference on ticket (reference) where reference is not null;
create index ticket_by_day on ticket (business_date, lane);

-- Written together with their ticket in one transaction and never changed, so the foreign key to
-- it would only repeat what ingestion has just done, once per row; the primary key is what counts.
create table ticket_line (
  entry_id        bigint not null,
  line            integer not null,
  item            text not null,
  scanned         text not null,
  name            text not null,
  quantity        numeric not null,
  unit_price      numeric(19,4) not null,
  amount          numeric(19,4) not null,
  tax_category    text not null,
  tax_percent     numeric not null,
  tax_mode        text not null,
  book_price      numeric(19,4),
  override_reason text,
  primary key (entry_id, line)
);

create table ticket_tax (
  entry_id bigint not null,
  position integer not null,
  category text not null,
  percent  numeric not null,
  mode     text not null,
  net      numeric(19,4) not null,
  tax      numeric(19,4) not null,
  primary key (entry_id, position)
);

create table tender (
  entry_id bigint not null,
  position integer not null,
  type     text not null,
  amount   numeric(19,4) not null,
  primary key (entry_id, position)
);

-- One row per drawer session; opening and closing may arrive in any order.
create table drawer_session (
  lane          text not null,
  epoch         bigint not null,
  session       bigint not null,
  business_date date not null,
  currency      char(3) not null,
  opened_at     timestamptz,
  opening_float numeric(19,4),
  closed_at     timestamptz,
  expected_cash numeric(19,4),
  counted_cash  numeric(19,4),
  primary key (lane, epoch, session)
);

create table account (
  code text primary key,
  name text not null,
  type text not null check (type in ('ASSET', 'LIABILITY', 'INCOME', 'EXPENSE'))
);

create sequence ledger_transaction_id;

-- first_line makes a transaction without postings impossible: it must point at its own line 1.
create table ledger_transaction (
  id             bigint primary key default nextval('ledger_transaction_id'),
  entry_id       bigint unique references entry,
  kind           text not null,
  store          text not null,
  lane           text not null,
  business_date  date not null,
  drawer_session bigint not null,
  currency       char(3) not null,
  description    text not null,
  posted_at      timestamptz not null,
  first_line     smallint not null generated always as (1) stored
);
create index ledger_transaction_by_day on ledger_transaction (business_date);

-- amount: a debit when positive, a credit when negative. line counts 1 to lines.
create table posting (
  transaction_id bigint not null references ledger_transaction,
  line           smallint not null,
  lines          smallint not null,
  account        text not null references account,
  amount         numeric(19,4) not null check (amount <> 0),
  memo           text not null,
  primary key (transaction_id, line),
  check (line between 1 and lines)
);
create index posting_by_account on posting (account);

alter table ledger_transaction add constraint has_postings
  foreign key (id, first_line) references posting (transaction_id, line);

-- The postings of a transaction come in one statement, all of them, and sum to zero. Each row says
-- how many there are, so the rows added are judged by themselves: no other row is read.
create function refuse_unbalanced() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select transaction_id, sum(amount) as off, count(*) as came, max(lines) as said
    into wrong
    from added
    group by transaction_id
    having sum(amount) <> 0 or count(*) <> max(lines) or count(*) <> min(lines)
    limit 1;
  if found then
    raise exception
      'Transaction % is refused: its postings are out of balance by %, and % of % came.',
      wrong.transaction_id, wrong.off, wrong.came, wrong.said using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger balanced after insert on posting
  referencing new table as added for each statement execute function refuse_unbalanced();

create trigger entry_kept before update or delete or truncate on entry
  for each statement execute function refuse_change();
create trigger ticket_kept before update or delete or truncate on ticket
  for each statement execute function refuse_change();
create trigger ticket_line_kept before update or delete or truncate on ticket_line
  for each statement execute function refuse_change();
create trigger ticket_tax_kept before update or delete or truncate on ticket_tax
  for each statement execute function refuse_change();
create trigger tender_kept before update or delete or truncate on tender
  for each statement execute function refuse_change();
create trigger ledger_transaction_kept before update or delete or truncate on ledger_transaction
  for each statement execute function refuse_change();
create trigger posting_kept before update or delete or truncate on posting
  for each statement execute function refuse_change();

-- How far each register's stream has come. entries < last_sequence means a gap.
create table register_stream (
  lane             text not null,
  epoch            bigint not null,
  last_sequence    bigint not null,
  head_hash        char(64) not null,
  entries          bigint not null,
  duplicates       bigint not null,
  conflicts        bigint not null,
  last_recorded_at timestamptz,
  last_seen_at     timestamptz not null,
  primary key (lane, epoch)
);

-- The id of an entry we have, with other bytes: kept for a human, never posted.
create table entry_conflict (
  id          bigint generated always as identity primary key,
  lane        text not null,
  epoch       bigint not null,
  sequence    bigint not null,
  kept_hash   char(64) not null,
  hash        char(64) not null,
  received_at timestamptz not null,
  bytes       bytea not null,
  unique (lane, epoch, sequence, hash)
);

-- What could not be read or posted: kept with the reason, blocks nothing.
create table suspense (
  id          bigint generated always as identity primary key,
  hash        char(64) not null unique,
  kind        text not null check (kind in ('UNREADABLE', 'UNKNOWN_VERSION', 'UNPOSTABLE')),
  reason      text not null,
  received_at timestamptz not null,
  bytes       bytea not null
);
create trigger entry_conflict_kept before update or delete or truncate on entry_conflict
  for each statement execute function refuse_change();
