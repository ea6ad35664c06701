-- Prices: what every version of the price book said, and what was charged against it.

-- Since when a register has its price book, and why it has no newer one.
alter table register_health
  add column book_since   timestamptz,
  add column book_problem text;

-- With what the price book was asked for this ticket; null when the register did not record it.
-- coupons: codes, with commas between them.
alter table ticket
  add column pricing_moment timestamp,
  add column pricing_zone   text,
  add column coupons        text,
  add column customer_group text;

-- amount is less the discounts; discount is their sum. Which of an item's prices it has: of a zone,
-- since a moment, or (embedded) carried by the barcode. priced: whether the register recorded that.
alter table ticket_line
  add column discount       numeric(19,4) not null default 0,
  add column priced         boolean not null default false,
  add column price_zone     text,
  add column price_since    timestamp,
  add column price_embedded text;

-- What was taken off a line, in order; promotion is null for a discount given by hand.
create table ticket_discount (
  entry_id  bigint not null,
  line      integer not null,
  position  integer not null,
  promotion text,
  name      text not null,
  amount    numeric(19,4) not null check (amount <> 0),
  primary key (entry_id, line, position)
);
create trigger ticket_discount_kept before update or delete or truncate on ticket_discount
  for each statement execute function refuse_change();

-- Every published version. stores: who tries it first, empty when it is for all. changes: values
-- that differ from the version before. verified: the values here have the count and hash that it
-- was sealed with; nothing is checked against a version of which that is not so.
create table book_version (
  version      bigint primary key,
  published_at timestamptz not null,
  published_by text not null,
  currency     char(3) not null,
  count        integer not null,
  hash         char(64) not null,
  note         text,
  stores       text[] not null,
  changes      integer not null,
  verified     boolean not null,
  received_at  timestamptz not null
);

-- A key's value from a version on, up to and without another; version_to null: it is in force.
create table book_value (
  key          text not null,
  version_from bigint not null,
  version_to   bigint check (version_to > version_from),
  bytes        bytea not null,
  primary key (key, version_from)
);
create unique index book_value_in_force on book_value (key) where version_to is null;
create index book_value_terms on book_value (version_from) where key not like 'item:%';

-- Which item a barcode means from a version on.
create table book_barcode (
  barcode      text not null,
  item_key     text not null,
  version_from bigint not null,
  version_to   bigint check (version_to > version_from),
  primary key (barcode, item_key, version_from)
);
create index book_barcode_in_force on book_barcode (item_key) where version_to is null;

-- Tickets whose prices are still to be checked. A ticket gets its row in the transaction that posts
-- it and loses it in the one that writes the result, so each is checked once, in whatever order
-- they are posted and whenever their version comes.
create table price_due (
  price_book bigint not null,
  entry_id   bigint not null,
  primary key (price_book, entry_id)
);
insert into price_due select price_book, entry_id from ticket;

-- One result per ticket. overcharged and undercharged: sums over its lines, none is negative.
create table price_check (
  entry_id     bigint primary key,
  price_book   bigint not null,
  result       text not null check (result in ('SAME', 'DIFFERS', 'NOT_PRICED')),
  overcharged  numeric(19,4) not null check (overcharged >= 0),
  undercharged numeric(19,4) not null check (undercharged >= 0),
  problem      text,
  checked_at   timestamptz not null,
  check ((result = 'NOT_PRICED') = (problem is not null))
);

create index price_check_not_priced on price_check (entry_id) where result = 'NOT_PRICED';

-- Where a line is not what the price book says. difference: what the customer paid too much, or
-- too little when negative; zero when no money hangs on it.
create table price_difference (
  entry_id   bigint not null,
  line       integer not null,
  aspect     text not null check (aspect in ('ITEM', 'PRICE', 'DISCOUNT', 'TAX')),
  position   integer not null,
  charged    text not null,
  book       text not null,
  difference numeric(19,4) not null,
  reason     text not null,
  primary key (entry_id, line, position)
);

-- Results by day and store, so that their sums are there at once, however many tickets there are.
create table price_check_day (
  business_date date not null,
  store         text not null,
  currency      char(3) not null,
  checked       bigint not null,
  not_priced    bigint not null,
  differing     bigint not null,
  over_tickets  bigint not null,
  overcharged   numeric(19,4) not null,
  under_tickets bigint not null,
  undercharged  numeric(19,4) not null,
  primary key (business_date, store, currency)
);

create trigger price_check_kept before update or delete or truncate on price_check
  for each statement execute function refuse_change();
create trigger price_difference_kept before update or delete or truncate on price_difference
  for each statement execute function refuse_change();

-- For whoever publishes prices: the newest that is known of each register, and the tickets to try
-- a new book on. Nothing else of the books is read by publishing.
create view pricebook_registers as
  select distinct on (lane)
    split_part(lane, '-', 1) as store,
    split_part(lane, '-', 2) as register,
    price_book as book_version,
    book_since,
    book_problem,
    received_at as heard_at
  from register_health
  order by lane, epoch desc;

create view pricebook_tickets as
  select e.id, e.received_at, e.bytes
  from ticket t join entry e on e.id = t.entry_id;
