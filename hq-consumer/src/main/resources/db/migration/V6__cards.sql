-- Card payments: each under the key by which its acquirer knows it, as its ticket and what became of
-- it apart from the ticket tell, in whatever order the news arrives.

-- epoch, sequence, recorded_at: of the entry that told its state. ticket: null for a payment that no
-- ticket has. approval: who said yes when it was taken. reason: why it was declined or taken back.
create table card_payment (
  id            bigint generated always as identity primary key,
  lane          text not null,
  key           text not null,
  epoch         bigint not null,
  sequence      bigint not null,
  recorded_at   timestamptz not null,
  state         text not null check (state in
    ('STORED', 'TAKEN', 'FORWARDED', 'DECLINED', 'REVERSAL_DUE', 'REVERSED')),
  currency      char(3),
  amount        numeric(19,4),
  ticket        text,
  customer      text,
  customer_name text,
  scheme        text,
  masked        text,
  approval      text check (approval in ('ONLINE', 'OFFLINE', 'VOICE')),
  code          text,
  reason        text,
  unique (lane, key),
  constraint card_declined_why check (state <> 'DECLINED' or reason is not null)
);
create index card_payment_declined on card_payment (id) where state = 'DECLINED';
create index card_payment_by_ticket on card_payment (ticket) where ticket is not null;

-- What somebody made of a payment that was declined after the customer had left.
alter table remark
  add column card_id bigint references card_payment,
  drop constraint remark_on_one,
  add constraint remark_on_one check (num_nonnulls(conflict_id, alarm_id, card_id) = 1);
create index remark_on_card on remark (card_id) where card_id is not null;
