-- Holds, quotes, orders and layaways: what registers recorded, and what each is now.

-- A document as a register recorded it, at one revision. Payments on it are on tickets.
create table document_revision (
  entry_id      bigint primary key references entry,
  number        text not null,
  revision      bigint not null,
  kind          text not null check (kind in ('HOLD', 'QUOTE', 'ORDER', 'LAYAWAY')),
  state         text not null check (state in ('OPEN', 'DONE', 'CANCELLED')),
  lane          text not null,
  business_date date not null,
  recorded_at   timestamptz not null,
  customer      text,
  customer_name text,
  label         text,
  line_count    integer not null,
  price_book    bigint not null,
  currency      char(3) not null,
  total         numeric(19,4) not null,
  paid          numeric(19,4) not null,
  due           date
);
create index document_revision_by_number on document_revision (number);
create trigger document_revision_kept before update or delete or truncate on document_revision
  for each statement execute function refuse_change();

create index ticket_charge_deposit on ticket_charge (number) where type = 'DEPOSIT';
create index tender_deposit on tender (number) where type = 'deposit';

-- What every revision and every ticket so far make of it, worked out again whenever one of them
-- comes, so that the order in which they come makes no difference. kind and what follows from it are
-- null while only tickets have come. deposit: paid on it and neither used nor given back.
-- problem: why somebody has to look, null for nothing; it goes by itself when what was missing comes.
create table document (
  id            bigint generated always as identity primary key,
  number        text not null unique,
  kind          text,
  state         text not null check (state in ('OPEN', 'DONE', 'CANCELLED')),
  lane          text not null,
  customer      text,
  customer_name text,
  label         text,
  currency      char(3) not null,
  total         numeric(19,4),
  deposit       numeric(19,4) not null,
  due           date,
  begun_at      timestamptz not null,
  changed_at    timestamptz not null,
  problem       text check (problem in ('TWO_REVISIONS', 'ENDED_TWICE', 'OVERDRAWN', 'LEFT_OVER')),
  problem_since timestamptz,
  constraint problem_dated check ((problem is null) = (problem_since is null))
);
create index document_open on document (changed_at) where state = 'OPEN';
create index document_with_deposit on document (deposit) where deposit <> 0;
create index document_with_problem on document (problem_since) where problem is not null;

alter table remark
  add column document_id bigint references document,
  drop constraint remark_on_one,
  add constraint remark_on_one check (num_nonnulls(conflict_id, alarm_id, card_id, document_id) = 1);
create index remark_on_document on remark (document_id) where document_id is not null;
