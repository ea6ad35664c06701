-- Selling: exchanges, charges besides goods, every kind of tender, and what moves in a drawer.

alter table ticket drop constraint ticket_kind_check;
alter table ticket add constraint ticket_kind_check check (kind in ('SALE', 'RETURN', 'EXCHANGE'));

-- charges: paid for besides goods. rounding: what cash rounding added to the total. event: at which
-- it was sold away from the shop. document: what it paid on, handed over or cancelled.
alter table ticket
  add column charges          numeric(19,4) not null default 0,
  add column rounding         numeric(19,4) not null default 0,
  add column customer         text,
  add column customer_name    text,
  add column exemption        text,
  add column event            text,
  add column document         text,
  add column document_leaves  text check (document_leaves in ('OPEN', 'DONE', 'CANCELLED')),
  drop constraint ticket_check,
  add constraint ticket_adds_up check (net + tax + charges = total);
create index ticket_by_customer on ticket (customer) where customer is not null;
create index ticket_by_document on ticket (document) where document is not null;
create index ticket_by_event on ticket (event) where event is not null;

-- Where goods that came back were bought; without a receipt there is only a reason.
alter table ticket_line
  add column returned_ticket text,
  add column returned_line   integer,
  add column return_reason   text;
create index ticket_line_returned on ticket_line (returned_ticket, returned_line)
  where returned_ticket is not null;

-- number: of the stored value or the document.
create table ticket_charge (
  entry_id bigint not null,
  position integer not null,
  type     text not null check (type in ('GIFT', 'CREDIT', 'DEPOSIT', 'FEE')),
  name     text not null,
  number   text not null,
  reload   boolean not null,
  amount   numeric(19,4) not null check (amount <> 0),
  primary key (entry_id, position)
);
create index ticket_charge_by_number on ticket_charge (number);
create trigger ticket_charge_kept before update or delete or truncate on ticket_charge
  for each statement execute function refuse_change();

-- number: of the stored value or the document. checked: whether HQ was asked for its balance.
-- card_key: under which the acquirer knows the payment. foreign_amount at rate is the amount.
alter table tender
  add column number           text,
  add column checked          boolean,
  add column card_key         text,
  add column card_scheme      text,
  add column card_masked      text,
  add column card_approval    text check (card_approval in ('ONLINE', 'OFFLINE', 'VOICE')),
  add column card_code        text,
  add column foreign_currency char(3),
  add column foreign_amount   numeric(19,4),
  add column foreign_rate     numeric;
create index tender_by_number on tender (number) where number is not null;
create index tender_by_card on tender (card_key) where card_key is not null;

-- Cash that went in or out of a drawer without a ticket, and a drawer opened for nothing.
create table cash_movement (
  entry_id       bigint primary key references entry,
  lane           text not null,
  epoch          bigint not null,
  drawer_session bigint not null,
  business_date  date not null,
  movement       text not null check (movement in ('PAY_IN', 'PAY_OUT', 'DROP', 'NO_SALE')),
  amount         numeric(19,4) not null check (amount >= 0),
  reason         text not null,
  operator       text not null,
  approved_by    text
);
create index cash_movement_by_day on cash_movement (business_date, lane);
create trigger cash_movement_kept before update or delete or truncate on cash_movement
  for each statement execute function refuse_change();

-- What people did that moves no money: refusals, overrides, sign-ons, training.
create table note (
  entry_id      bigint primary key references entry,
  lane          text not null,
  business_date date not null,
  recorded_at   timestamptz not null,
  what          text not null,
  operator      text not null,
  approved_by   text,
  detail        text not null
);
create index note_by_day on note (business_date, lane);
create trigger note_kept before update or delete or truncate on note
  for each statement execute function refuse_change();
