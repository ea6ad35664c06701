-- The proof of delivery: seals, progress of each stream, what registers say of themselves.

alter table suspense drop constraint suspense_kind_check;
alter table suspense add constraint suspense_kind_check
  check (kind in ('UNREADABLE', 'BAD_SIGNATURE', 'UNKNOWN_VERSION', 'UNPOSTABLE'));
