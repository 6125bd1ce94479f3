-- The drafts of an approved run are numbered in the order of their accounts. Noted is where each
-- stretch of them begins; a draft gets its number with its invoice, and is not written in between.
create table billing.number_stretch (
  run_id        bigint not null references billing.bill_run (id),
  first_account bigint not null,
  series        text   not null,
  first_number  bigint not null,
  primary key (run_id, first_account)
);
-- Runs that were approved and wait for their invoices: one stretch each.
insert into billing.number_stretch (run_id, first_account, series, first_number)
  select r.id, min(a.account_id), k.series, k.first_number
    from billing.bill_run r
    join billing.number_block k on k.run_id = r.id
    join billing.bill_run_account a on a.run_id = r.id and a.status in ('DRAFTED', 'FINAL')
   where r.status = 'APPROVED'
   group by r.id, k.series, k.first_number;

-- What an invoice shows of seller and buyer is kept as it was written: nothing asks for its parts
-- but letters in the order of their addresses.
alter table billing.invoice
  alter column seller type json,
  alter column buyer  type json;

-- A draft grows by its number when it becomes an invoice; it shall find room on its page.
alter table billing.bill set (fillfactor = 42);
