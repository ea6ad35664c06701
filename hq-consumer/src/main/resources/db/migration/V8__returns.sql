-- Goods that came back, customers, and stored values over all registers.

-- What does not fit together between registers: found while entries are posted, over when it fits
-- after all, because what was missing came later. subject: ticket and line, or the number of a value.
create table finding (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('OVER_RETURNED', 'OVER_REFUNDED', 'OVERDRAWN')),
  subject    text not null,
  lane       text not null,
  epoch      bigint not null,
  sequence   bigint not null,
  since      timestamptz not null,
  currency   char(3) not null,
  amount     numeric(19,4) not null,
  detail     text not null,
  cleared_at timestamptz
);
create index finding_standing on finding (kind, subject) where cleared_at is null;

alter table remark
  add column finding_id bigint references finding,
  drop constraint remark_on_one,
  add constraint remark_on_one check (num_nonnulls(conflict_id, alarm_id, card_id, document_id, finding_id) = 1);
create index remark_on_finding on remark (finding_id) where finding_id is not null;

-- The ledger of stored values, one row a number: the sums of ticket_charge and tender.
create table stored_value (
  number     text primary key,
  kind       text not null check (kind in ('GIFT', 'CREDIT')),
  currency   char(3) not null,
  issued     numeric(19,4) not null,
  redeemed   numeric(19,4) not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  last_lane  text not null
);
create index stored_value_by_age on stored_value (last_at);

-- A customer, made of what registers recorded. Two records are the same customer when they have the
-- same phone number (its digits, a leading + written 00) or the same email (in small letters).
create table customer (
  id bigint generated always as identity primary key
);
create table customer_record (
  entry_id      bigint primary key references entry,
  customer      bigint not null references customer,
  customer_id   text not null,
  lane          text not null,
  epoch         bigint not null,
  revision      bigint not null,
  name          text not null,
  phone         text,
  phone_plain   text,
  email         text,
  email_plain   text,
  customer_group text,
  tax_reference text,
  marketing     boolean not null,
  recorded_at   timestamptz not null,
  operator      text not null,
  merged_because text
);
create index customer_record_of on customer_record (customer);
create index customer_record_by_id on customer_record (customer_id);
create index customer_record_by_phone on customer_record (phone_plain)
  where phone_plain is not null;
create index customer_record_by_email on customer_record (email_plain)
  where email_plain is not null;
