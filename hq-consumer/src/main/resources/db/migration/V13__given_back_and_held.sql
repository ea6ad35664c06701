-- Tax that registers told to go back with goods, and that is not the tax the ticket charged. amount is
-- below nought when too little went back.
alter table finding
  drop constraint finding_kind_check,
  add constraint finding_kind_check check (kind in
    ('OVER_RETURNED', 'OVER_REFUNDED', 'OVER_TAXED', 'TAX_DIFFERS', 'OVERDRAWN'));

-- What was said last of each customer's card, over all their records.
create view customer_card_said as
  select distinct on (customer) customer, card, card_since, customer_id
  from customer_record where card_since is not null
  order by customer, card_since desc, customer_id desc, revision desc, entry_id desc;

-- Who has which card: of the customers of whom it was said last, the one who was given it last. What
-- was said of a customer before counts for nobody, so that a card that was given up, or given by
-- mistake and taken back, takes none from another.
create or replace view customer_card as
  select s.customer, s.card, s.card_since, o.customer as lost_to, o.card_since as lost_at
  from customer_card_said s
  left join lateral (
    select n.customer, n.card_since
    from (select distinct customer from customer_record r
        where r.card = s.card and r.customer <> s.customer) r
      join lateral (select * from customer_card_said x where x.customer = r.customer) n
        on n.card = s.card
    where (n.card_since, n.customer_id) > (s.card_since, s.customer_id)
    order by n.card_since desc, n.customer_id desc limit 1) o on true;

-- Cards that stayed behind when records became one customer, who has one card: said last of one of
-- its records, and of no customer.
create view customer_card_left as
  select l.customer, l.customer_id, l.card, l.card_since
  from (select distinct on (customer, customer_id) customer, customer_id, card, card_since
    from customer_record where card_since is not null
    order by customer, customer_id, card_since desc, revision desc, entry_id desc) l
  where l.card is not null
    and not exists (select from customer_record r join lateral (
      select card from customer_card_said x where x.customer = r.customer) n on n.card = l.card
      where r.card = l.card);

-- Whoever was ever said to have a card of this customer's is told again, also when it was given up.
create or replace function tell_card_holders() returns trigger language plpgsql as $$
begin
  insert into shared (kind, subject)
    select distinct 'customer', r.customer::text
    from customer_record mine join customer_record r on r.card = mine.card
    where mine.customer = new.customer and r.customer <> new.customer
    on conflict (kind, subject) do update set stale = true;
  return null;
end $$;
drop trigger customer_card_told on customer_record;
create trigger customer_card_told after insert or update on customer_record
  for each row when (new.card_since is not null) execute function tell_card_holders();

insert into shared (kind, subject)
  select distinct 'customer', customer::text from customer_record where card_since is not null
  on conflict (kind, subject) do update set stale = true;
