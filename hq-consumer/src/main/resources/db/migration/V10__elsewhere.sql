-- Documents left to other lanes, what HQ keeps for lanes that ask, and what it tells all lanes.

-- handed_to: the lane it was left to, where that is known. A document that was left to a lane is not
-- over: it is owed until some lane ends it.
alter table document_revision
  add column handed_to text,
  drop constraint document_revision_state_check,
  add constraint document_revision_state_check
    check (state in ('OPEN', 'DONE', 'CANCELLED', 'HANDED_OVER'));
alter table document
  add column handed_to text,
  drop constraint document_state_check,
  add constraint document_state_check
    check (state in ('OPEN', 'DONE', 'CANCELLED', 'HANDED_OVER'));
alter table ticket
  drop constraint ticket_document_leaves_check,
  add constraint ticket_document_leaves_check
    check (document_leaves in ('OPEN', 'DONE', 'CANCELLED', 'HANDED_OVER'));

-- A document that HQ gave to a lane because the one that has it did not answer. It counts until that
-- lane has recorded a later revision than the one it was given.
create table document_claim (
  id         bigint generated always as identity primary key,
  number     text not null,
  revision   bigint not null,
  lane       text not null,
  claimed_at timestamptz not null
);
create index document_claim_of on document_claim (number);

-- The claims that count, one a document.
create view document_claimed as
  select distinct on (k.number) k.number, k.lane, k.claimed_at
  from document_claim k
  where not exists (select from document_revision r
    where r.number = k.number and r.lane = k.lane and r.revision > k.revision)
  order by k.number, k.id desc;

-- Part of a stored value kept for a lane until its ticket comes, under a key of the lane's own.
create table stored_value_kept (
  number   text not null references stored_value,
  lane     text not null,
  key      text not null,
  amount   numeric(19,4) not null check (amount > 0),
  kept_at  timestamptz not null,
  ends_at  timestamptz not null,
  primary key (number, lane, key)
);
create index stored_value_kept_ends on stored_value_kept (ends_at);
create index stored_value_kept_by_lane on stored_value_kept (lane);

-- What this lane numbered last, over all its lives, and what it was told of it.
alter table register_stream
  add column last_document bigint not null default 0,
  add column last_customer bigint not null default 0,
  add column last_event    bigint not null default 0,
  add column told_document bigint not null default 0,
  add column told_customer bigint not null default 0,
  add column told_event    bigint not null default 0;

update register_stream s set last_document = n.last from (
  select r.lane, e.epoch, max(substring(r.number from '[0-9]+$')::bigint) as last
  from document_revision r join entry e on e.id = r.entry_id
  where r.number like r.lane || '-D%' and r.number ~ '-D[0-9]{1,18}$'
  group by r.lane, e.epoch) n where n.lane = s.lane and n.epoch = s.epoch;
update register_stream s set last_customer = n.last from (
  select lane, epoch, max(substring(customer_id from '[0-9]+$')::bigint) as last
  from customer_record where customer_id like lane || '-C%' and customer_id ~ '-C[0-9]{1,18}$'
  group by lane, epoch) n where n.lane = s.lane and n.epoch = s.epoch;

-- What HQ tells all lanes, one row a key. version: under which it was told last, 0 for never.
-- stale: it changed since. joined_to: the customer that this one was made part of.
create table shared (
  kind      text not null check (kind in ('document', 'customer', 'value')),
  subject   text not null,
  version   bigint not null default 0,
  stale     boolean not null default true,
  joined_to bigint,
  primary key (kind, subject)
);
create index shared_stale on shared (kind, subject) where stale;

-- The readers' cursor; it starts at the clock, as that of the watermarks does.
create sequence shared_version;
select setval('shared_version', (extract(epoch from now()) * 1000)::bigint);

-- Marked in the transaction that changes it, whoever that is.
create function tell_document() returns trigger language plpgsql as $$
begin
  insert into shared (kind, subject) values ('document', new.number)
    on conflict (kind, subject) do update set stale = true;
  return null;
end $$;
create trigger document_told after insert or update on document
  for each row execute function tell_document();
create trigger document_claim_told after insert on document_claim
  for each row execute function tell_document();

create function tell_customer() returns trigger language plpgsql as $$
begin
  insert into shared (kind, subject) values ('customer', new.customer::text)
    on conflict (kind, subject) do update set stale = true;
  if tg_op = 'UPDATE' and old.customer <> new.customer then
    insert into shared (kind, subject, joined_to)
      values ('customer', old.customer::text, new.customer)
      on conflict (kind, subject) do update set stale = true, joined_to = excluded.joined_to;
  end if;
  return null;
end $$;
create trigger customer_told after insert or update on customer_record
  for each row execute function tell_customer();

create function tell_value() returns trigger language plpgsql as $$
begin
  insert into shared (kind, subject) values ('value', new.number)
    on conflict (kind, subject) do update set stale = true;
  return null;
end $$;
create trigger value_told after insert or update on stored_value
  for each row execute function tell_value();

insert into shared (kind, subject)
  select 'document', number from document
  union all select distinct 'customer', customer::text from customer_record
  union all select 'value', number from stored_value;
