-- The list of invoices is looked through by the number of an account, too.
create index invoice_account_number on billing.invoice (account_number text_pattern_ops);
