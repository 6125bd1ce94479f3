-- Below what an account's customer wants to be warned, instead of the operator's levels.
alter table charging.charging_account add column warn_below numeric(19,4) check (warn_below >= 0);
