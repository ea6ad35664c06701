-- The tax that went back with goods from a receipt, zero or negative: their part of what the ticket
-- charged, so that all returns of a ticket together give back its tax to the penny. Null on a line
-- whose rate says it.
alter table ticket_line add column returned_tax numeric(19,4);
