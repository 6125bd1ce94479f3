-- Tables that are written by the thousand: what a statement adds is checked as a set, once, instead
-- of row by row by as many queries at commit. The rules are the same: a posting's transaction and
-- ledger accounts, an allocation's item, a payment's account and statement exist, or the statement
-- fails. A row that others refer to therefore has to be written before them (asta-model does it by
-- WrittenAfter), and is never deleted, nor is its key changed, whoever tries.

create function payments.keep() returns trigger language plpgsql as $$
begin
  raise foreign_key_violation
    using message = format('Rows of payments.%s stay, and so do their keys', tg_table_name);
end $$;

create trigger ledger_account_kept before delete or update of code
  on payments.ledger_account for each row execute function payments.keep();
create trigger ledger_account_never_emptied before truncate
  on payments.ledger_account for each statement execute function payments.keep();
create trigger ledger_transaction_kept before delete or update of account_id, id
  on payments.ledger_transaction for each row execute function payments.keep();
create trigger ledger_transaction_never_emptied before truncate
  on payments.ledger_transaction for each statement execute function payments.keep();
create trigger open_item_kept before delete or update of account_id, id
  on payments.open_item for each row execute function payments.keep();
create trigger open_item_never_emptied before truncate
  on payments.open_item for each statement execute function payments.keep();
create trigger financial_account_kept before delete or update of account_id
  on payments.financial_account for each row execute function payments.keep();
create trigger financial_account_never_emptied before truncate
  on payments.financial_account for each statement execute function payments.keep();
create trigger bank_statement_kept before delete or update of id
  on payments.bank_statement for each row execute function payments.keep();
create trigger bank_statement_never_emptied before truncate
  on payments.bank_statement for each statement execute function payments.keep();

-- Postings: both ledger accounts, and the transaction.
create function payments.check_postings() returns trigger language plpgsql as $$
declare
  missing text;
begin
  select used.code into missing
    from (select debit as code from added union select credit from added) used
   where not exists (select 1 from payments.ledger_account a where a.code = used.code)
   limit 1;
  if missing is not null then
    raise foreign_key_violation using message = 'No ledger account ' || missing;
  end if;
  select added.account_id || ' ' || added.transaction_id into missing
    from added
   where not exists (select 1 from payments.ledger_transaction t
                      where t.account_id = added.account_id and t.id = added.transaction_id)
   limit 1;
  if missing is not null then
    raise foreign_key_violation using message = 'No ledger transaction ' || missing;
  end if;
  return null;
end $$;
create trigger posting_checked after insert on payments.posting
  referencing new table as added for each statement execute function payments.check_postings();
alter table payments.posting
  drop constraint posting_debit_fkey,
  drop constraint posting_credit_fkey,
  drop constraint posting_account_id_transaction_id_fkey;

-- Allocations: the item.
create function payments.check_allocations() returns trigger language plpgsql as $$
declare
  missing text;
begin
  select added.account_id || ' ' || added.open_item_id into missing
    from added
   where not exists (select 1 from payments.open_item i
                      where i.account_id = added.account_id and i.id = added.open_item_id)
   limit 1;
  if missing is not null then
    raise foreign_key_violation using message = 'No open item ' || missing;
  end if;
  return null;
end $$;
create trigger allocation_checked after insert on payments.allocation
  referencing new table as added for each statement execute function payments.check_allocations();
alter table payments.allocation drop constraint allocation_account_id_open_item_id_fkey;

-- Payments: the account, which may become known later, and the statement.
create function payments.check_payments() returns trigger language plpgsql as $$
declare
  missing bigint;
begin
  select used.account_id into missing
    from (select distinct account_id from added) used
   where used.account_id is not null
     and not exists (select 1 from payments.financial_account a where a.account_id = used.account_id)
   limit 1;
  if missing is not null then
    raise foreign_key_violation using message = 'No financial account ' || missing;
  end if;
  select used.statement_id into missing
    from (select distinct statement_id from added) used
   where used.statement_id is not null
     and not exists (select 1 from payments.bank_statement s where s.id = used.statement_id)
   limit 1;
  if missing is not null then
    raise foreign_key_violation using message = 'No bank statement ' || missing;
  end if;
  return null;
end $$;
create trigger payment_checked after insert on payments.payment
  referencing new table as added for each statement execute function payments.check_payments();
create trigger payment_checked_again after update on payments.payment
  referencing new table as added for each statement execute function payments.check_payments();
alter table payments.payment
  drop constraint payment_account_id_fkey,
  drop constraint payment_statement_id_fkey;

-- Few allocations are undone: the others need no place in the index that says so.
alter table payments.allocation drop constraint allocation_account_id_reverses_id_key;
create unique index allocation_reversed on payments.allocation (account_id, reverses_id)
  where reverses_id is not null;

-- An account's transactions are found by the primary key and are too few to need their own order.
drop index payments.ledger_transaction_booked;
