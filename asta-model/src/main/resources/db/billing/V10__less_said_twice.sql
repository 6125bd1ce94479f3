-- What a bill run says once it need not say again for every single account.

-- Drafts, invoices and the accounts of a run are added by transactions that write what the foreign
-- key would look for once more with every row. The transaction that adds the accounts of a run
-- writes the run itself: how many they are. The transaction that adds a draft or an invoice writes
-- the account's row in the run, and ends if that is not there; it leads on to the run. A credit
-- note has no run.
alter table billing.bill_run_account drop constraint bill_run_account_run_id_fkey;
alter table billing.bill drop constraint bill_run_id_fkey;
alter table billing.invoice drop constraint invoice_run_id_fkey;

-- How many accounts were put into the run.
alter table billing.bill_run add column accounts bigint not null default 0;
update billing.bill_run r set accounts =
  (select count(*) from billing.bill_run_account a where a.run_id = r.id);

-- One index of a run's accounts instead of two: by run, in the order in which they are worked on.
alter table billing.bill_run_account
  drop constraint bill_run_account_pkey,
  add primary key (run_id, account_id);
drop index billing.bill_run_account_work;

-- No index says whether a charge was billed, so that billing it changes none; rows that are updated
-- stay on their page.
drop index billing.manual_charge_open;
create index manual_charge_open on billing.manual_charge (account_id, charged_on);
alter table billing.manual_charge set (fillfactor = 50);
