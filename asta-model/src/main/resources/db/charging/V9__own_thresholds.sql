-- Below what an account's customer wants to be warned, instead of the operator's levels.
alter table charging.charging_account add column warn_below numeric(19,4) check (warn_below >= 0);

-- What an account used of its group's buckets, for its own page.
create index ledger_entry_member on charging.ledger_entry (member_id, id)
  where member_id is not null;
