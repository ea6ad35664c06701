-- Suspense in the ledger, and what people do about what needs a human.

-- A message in suspense is booked where an amount can be read in it: kind SUSPENSE. Its opposite is
-- booked when it is posted after all or is no business of ours; REPAIR is what an accountant booked
-- by hand for it. At most one of each, whoever asks and however often. Lane and store are unknown
-- when the message does not say.
alter table ledger_transaction
  alter column store drop not null,
  alter column lane drop not null,
  add column suspense_id bigint references suspense,
  add column reverses bigint unique references ledger_transaction,
  add constraint suspense_named check (
    (kind in ('SUSPENSE', 'SUSPENSE_REVERSED', 'REPAIR')) = (suspense_id is not null)),
  add constraint reversal_named check ((kind = 'SUSPENSE_REVERSED') = (reverses is not null)),
  add constraint lane_known check (
    suspense_id is not null or (lane is not null and store is not null));
create unique index ledger_transaction_by_suspense on ledger_transaction (suspense_id, kind)
  where suspense_id is not null;

-- Who did what about a message in suspense, when and why. One action ends it; form is the number of
-- the form it was sent with, so that a form sent twice acts once.
create table suspense_action (
  id             bigint generated always as identity primary key,
  suspense_id    bigint not null references suspense,
  action         text not null check (action in ('TRIED', 'POSTED', 'REPAIRED', 'RELEASED')),
  person         text not null,
  person_name    text not null,
  at             timestamptz not null,
  note           text not null check (btrim(note) <> ''),
  result         text not null,
  transaction_id bigint references ledger_transaction,
  form           text not null unique
);
create index suspense_action_by_item on suspense_action (suspense_id);
create unique index suspense_ends_once on suspense_action (suspense_id) where action <> 'TRIED';

-- Somebody has looked at it and written down what he made of it. The same person or another may
-- add to it later.
create table remark (
  id          bigint generated always as identity primary key,
  conflict_id bigint references entry_conflict,
  alarm_id    bigint references stream_alarm,
  person      text not null,
  person_name text not null,
  at          timestamptz not null,
  note        text not null check (btrim(note) <> ''),
  form        text not null unique,
  constraint remark_on_one check (num_nonnulls(conflict_id, alarm_id) = 1)
);
create index remark_on_conflict on remark (conflict_id) where conflict_id is not null;
create index remark_on_alarm on remark (alarm_id) where alarm_id is not null;

-- What a manager said about whom HQ believes and which life is over. Refusing a key changes nothing
-- else: it was not believed before, and may still be approved.
create table trust_action (
  id          bigint generated always as identity primary key,
  lane        text not null,
  epoch       bigint not null,
  key         text,
  action      text not null check (action in ('APPROVED', 'REFUSED', 'CLOSED')),
  person      text not null,
  person_name text not null,
  at          timestamptz not null,
  note        text not null check (btrim(note) <> ''),
  result      text not null,
  form        text not null unique
);
create index trust_action_by_life on trust_action (lane, epoch);

create trigger trust_action_kept before update or delete or truncate on trust_action
  for each statement execute function refuse_change();
create trigger suspense_action_kept before update or delete or truncate on suspense_action
  for each statement execute function refuse_change();
create trigger remark_kept before update or delete or truncate on remark
  for each statement execute function refuse_change();

-- A message in suspense may be resolved; what came stays what it was.
create trigger suspense_kept before delete or truncate on suspense
  for each statement execute function refuse_change();
create trigger suspense_bytes_kept before update of hash, received_at, bytes on suspense
  for each statement execute function refuse_change();
