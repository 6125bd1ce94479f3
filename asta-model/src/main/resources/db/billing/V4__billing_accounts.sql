-- What a billing account says of its documents: their language, and how they reach the payer.

alter table billing.billing_account
  add column language char(2) not null default 'pl' check (language in ('pl', 'en')),
  add column delivery text    not null default 'SELF_CARE'
    check (delivery in ('SELF_CARE', 'EMAIL', 'PAPER'));
update billing.billing_account a set language = c.language
  from customers.customer c where c.id = a.customer_id;

-- The language a document was issued in.
alter table billing.invoice
  add column language char(2) not null default 'pl' check (language in ('pl', 'en'));
