-- What every payment of a statement pays for on its way in, once more.

-- A return looks for a payment of its amount: by cents, which compare in one step; of those there
-- are, it takes the ones of its account and exactly its amount.
drop index payments.payment_amount;
create index payment_amount on payments.payment (((amount * 100)::bigint), received_on);

-- One index keeps items unique, since the number decides its key, and finds them by it; two did, and
-- each settlement writes into both.
create unique index open_item_told on payments.open_item (number_key, account_id, kind, number);
alter table payments.open_item drop constraint open_item_account_id_kind_number_key;
drop index payments.open_item_number;

-- A customer's payments are found by its few accounts.
drop index payments.payment_customer;

-- Read backwards for the newest; new ones come in at the end.
drop index payments.payment_received;
create index payment_received on payments.payment (received_on, id);

-- The payment of an entry is checked where there is one, which is for returns: at commit, as
-- before. It is never deleted, nor its key changed.
create function payments.check_entry_payment() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from payments.payment p where p.id = new.payment_id) then
    raise foreign_key_violation using message = 'No payment ' || new.payment_id;
  end if;
  return null;
end $$;
create constraint trigger bank_entry_payment_checked
  after insert or update of payment_id on payments.bank_entry
  deferrable initially deferred for each row when (new.payment_id is not null)
  execute function payments.check_entry_payment();
create trigger payment_kept before delete or update of id
  on payments.payment for each row execute function payments.keep();
create trigger payment_never_emptied before truncate
  on payments.payment for each statement execute function payments.keep();
alter table payments.bank_entry drop constraint bank_entry_payment_id_fkey;

-- A vacuum behind inserts saves later scans work, once there is a statement or ten to go through;
-- while the tables are young it would follow every file. Freezing and analysing stay as they are.
alter table payments.payment set (autovacuum_vacuum_insert_threshold = 1000000);
alter table payments.bank_entry set (autovacuum_vacuum_insert_threshold = 1000000);
alter table payments.allocation set (autovacuum_vacuum_insert_threshold = 1000000);
alter table payments.ledger_transaction set (autovacuum_vacuum_insert_threshold = 1000000);
alter table payments.posting set (autovacuum_vacuum_insert_threshold = 1000000);

-- Postings of a transaction ask for it once, and pairs of ledger accounts are few.
create or replace function payments.check_postings() returns trigger language plpgsql as $$
declare
  missing text;
begin
  select used.debit || ', ' || used.credit into missing
    from (select distinct debit, credit from added) used
   where not exists (select 1 from payments.ledger_account a where a.code = used.debit)
      or not exists (select 1 from payments.ledger_account a where a.code = used.credit)
   limit 1;
  if missing is not null then
    raise foreign_key_violation using message = 'No ledger account, one of ' || missing;
  end if;
  select used.account_id || ' ' || used.transaction_id into missing
    from (select distinct account_id, transaction_id from added) used
   where not exists (select 1 from payments.ledger_transaction t
                      where t.account_id = used.account_id and t.id = used.transaction_id)
   limit 1;
  if missing is not null then
    raise foreign_key_violation using message = 'No ledger transaction ' || missing;
  end if;
  return null;
end $$;

-- What rows refer to was read or written a moment ago: a look at each by its key costs less than
-- going through the whole table, which is what the planner prefers while it is of middling size.
alter function payments.check_postings() set random_page_cost = 1.1;
alter function payments.check_allocations() set random_page_cost = 1.1;
alter function payments.check_payments() set random_page_cost = 1.1;
