-- The lanes raise an account's version themselves. A trigger before each row's update locks the row
-- first, with a log record of its own, even where its condition then says that it has nothing to do;
-- one after it does not. Others, who do not raise it, pay a second update.
drop trigger charging_account_version on charging.charging_account;
create or replace function charging.raise_version() returns trigger language plpgsql as $$
begin
  update charging.charging_account set version = version + 1 where id = new.id;
  return null;
end $$;
create trigger charging_account_version after update on charging.charging_account
  for each row when (new.version = old.version) execute function charging.raise_version();

-- Names of requests are compared octet by octet, whatever the order of the database's language.
alter table charging.ledger_entry alter column session_id type varchar(64) collate "C";
alter table charging.charging_answer alter column session_id type varchar(64) collate "C";
alter table charging.charging_session alter column session_id type varchar(64) collate "C";

-- A lane opens a session in the transaction that has locked its account.
alter table charging.charging_session drop constraint charging_session_charging_account_id_fkey;
