-- Tax that registers told to go back with goods, and that is not the tax the ticket charged. amount is
-- below nought when too little went back.
alter table finding
  drop constraint finding_kind_check,
  add constraint finding_kind_check check (kind in
    ('OVER_RETURNED', 'OVER_REFUNDED', 'OVER_TAXED', 'TAX_DIFFERS', 'OVERDRAWN'));
