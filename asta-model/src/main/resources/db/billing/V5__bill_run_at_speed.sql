-- A bill run touches every account a few times: nothing is written twice, rows that are updated
-- stay on their page, and an account's draft is found by its id.

-- The draft, later the invoice, of an account in a run.
alter table billing.bill_run_account
  add column bill_id bigint,
  set (fillfactor = 40);
update billing.bill_run_account a set bill_id = b.id
  from billing.bill b where b.account_id = a.account_id and b.run_id = a.run_id;
-- No index holds the status, so that a change of it moves nothing.
drop index billing.bill_run_account_work;
create index bill_run_account_work on billing.bill_run_account (run_id, account_id, shard);
create index bill_run_account_aside on billing.bill_run_account (run_id, account_id)
  where reason is not null;
alter table billing.bill set (fillfactor = 50);
alter table billing.charged_until set (fillfactor = 50);

-- Parts of a draft are written, and thrown away with it, set by set in one transaction: a look for
-- the bill with every single row would say nothing new.
alter table billing.bill_item drop constraint bill_item_account_id_bill_id_fkey;
alter table billing.bill_tax drop constraint bill_tax_account_id_bill_id_fkey;
alter table billing.billed_usage drop constraint billed_usage_account_id_bill_id_fkey;
drop index billing.billed_usage_bill;

-- The items of a bill are the lines of its invoice: they are written once, by the trial, and nobody
-- changes them once there is an invoice of that id. Only credit notes have lines of their own. The
-- views show lines of drafts too: who reads them comes from an invoice.
alter table billing.invoice_line rename to credit_line;
alter table billing.invoice_tax rename to credit_tax;
delete from billing.credit_line l using billing.bill b
  where b.account_id = l.account_id and b.id = l.invoice_id;
delete from billing.credit_tax t using billing.bill b
  where b.account_id = t.account_id and b.id = t.invoice_id;

create view billing.invoice_line as
  select i.account_id, i.bill_id as invoice_id, i.line, i.text_en, i.text_pl, i.service_id,
         i.period_start, i.period_end, i.quantity, i.unit, i.shown as net, i.vat_label, i.kind,
         i.subscription_id, null::integer as corrects_line, null::numeric(19, 4) as net_before,
         null::numeric(24, 6) as quantity_before, i.owner_account_id, i.owner_name
    from billing.bill_item i
  union all
  select account_id, invoice_id, line, text_en, text_pl, service_id, period_start, period_end,
         quantity, unit, net, vat_label, kind, subscription_id, corrects_line, net_before,
         quantity_before, owner_account_id, owner_name
    from billing.credit_line;

create view billing.invoice_tax as
  select t.account_id, t.bill_id as invoice_id, t.line, t.percent, t.label, t.net, t.tax,
         t.rounding, t.treatment, t.reason_en, t.reason_pl
    from billing.bill_tax t
  union all
  select account_id, invoice_id, line, percent, label, net, tax, rounding, treatment, reason_en,
         reason_pl
    from billing.credit_tax;
