-- Customers' cards. What records say of a card: its number, and since when the customer has it; without
-- a number, since when they have none. Without a time, nothing is said of it.
alter table customer_record
  add column card       text,
  add column card_since timestamptz,
  add constraint card_dated check (card is null or card_since is not null);
create index customer_record_by_card on customer_record (card) where card is not null;

-- What was said last of each customer's card. The same card may have been given to another customer
-- later, at a lane that did not know: then it is theirs from lost_at on, whatever became of it there.
create view customer_card as
  select s.customer, s.card, s.card_since, o.customer as lost_to, o.card_since as lost_at
  from (select distinct on (customer) customer, card, card_since, customer_id
    from customer_record where card_since is not null
    order by customer, card_since desc, entry_id desc) s
  left join lateral (
    select r.customer, r.card_since from customer_record r
    where r.card = s.card and r.customer <> s.customer
      and (r.card_since, r.customer_id) > (s.card_since, s.customer_id)
    order by r.card_since desc, r.customer_id desc limit 1) o on true;

-- Whoever has, or was to have, the same card is told again too.
create function tell_card_holders() returns trigger language plpgsql as $$
begin
  insert into shared (kind, subject)
    select distinct 'customer', r.customer::text from customer_record r
    where r.card = new.card and r.customer <> new.customer
    on conflict (kind, subject) do update set stale = true;
  return null;
end $$;
create trigger customer_card_told after insert or update on customer_record
  for each row when (new.card is not null) execute function tell_card_holders();
