-- A number is unique for its seller and found by its beginning: by one index instead of two, since
-- each invoice writes into both.
create unique index invoice_numbered on billing.invoice (number text_pattern_ops, seller_nip);
alter table billing.invoice drop constraint invoice_seller_nip_number_key;
drop index billing.invoice_number;
