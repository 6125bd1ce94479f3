-- Corrections of invoices by credit notes; tax by category, class of buyers and country.

alter table billing.policy
  add column credit_series    text not null default 'FK',
  -- Gross above which another person has to approve a correction; null for no limit.
  add column correction_limit numeric(19, 4) check (correction_limit >= 0);

-- '*' is any category, any class, any country; 'EU' the other member states, 'WORLD' the rest.
create table billing.tax_rule (
  id          bigint        generated always as identity primary key,
  category    text          not null,
  buyers      text          not null default '*'
    check (buyers in ('*', 'CONSUMER', 'BUSINESS', 'EU_BUSINESS')),
  country     text          not null default '*' check (country ~ '^([A-Z]{2}|WORLD|\*)$'),
  valid_from  date          not null,
  valid_until date,
  percent     numeric(5, 2) not null check (percent >= 0),
  label       text          not null,
  treatment   text          not null default 'STANDARD'
    check (treatment in ('STANDARD', 'ZERO', 'EXEMPT', 'REVERSE_CHARGE', 'OUTSIDE_SCOPE')),
  reason_en   text,
  reason_pl   text,
  check (valid_until > valid_from),
  check (treatment = 'STANDARD' or percent = 0),
  check (treatment in ('STANDARD', 'ZERO') or reason_en is not null and reason_pl is not null),
  unique (category, buyers, country, valid_from)
);
insert into billing.tax_rule (category, valid_from, valid_until, percent, label, treatment, reason_en, reason_pl)
  select category, valid_from, valid_until, percent, label,
         case category when 'ZERO' then 'ZERO' when 'EXEMPT' then 'EXEMPT' else 'STANDARD' end,
         case category when 'EXEMPT' then 'Exempt under Article 43(1) of the Polish VAT Act' end,
         case category when 'EXEMPT' then 'Zwolnienie z VAT – art. 43 ust. 1 ustawy o VAT' end
    from billing.vat_rate order by category, valid_from;
drop table billing.vat_rate;
insert into billing.tax_rule (category, buyers, country, valid_from, percent, label, treatment, reason_en, reason_pl) values
  ('*', 'EU_BUSINESS', 'EU', date '2011-01-01', 0, 'np.', 'REVERSE_CHARGE',
   'Reverse charge – Articles 44 and 196 of Council Directive 2006/112/EC',
   'Odwrotne obciążenie – art. 28b ustawy o VAT, art. 196 dyrektywy 2006/112/WE'),
  ('*', 'BUSINESS', 'WORLD', date '2011-01-01', 0, 'np.', 'OUTSIDE_SCOPE',
   'Place of supply outside the European Union – Article 44 of Council Directive 2006/112/EC',
   'Miejsce świadczenia poza Unią Europejską – art. 28b ustawy o VAT');

alter table billing.billing_account add column vat_id text;

alter table billing.bill_tax
  add column treatment text not null default 'STANDARD',
  add column reason_en text,
  add column reason_pl text;
alter table billing.invoice_tax
  add column treatment text not null default 'STANDARD',
  add column reason_en text,
  add column reason_pl text;

-- A credit note is a document of the same book with amounts below zero: the book sums to what is owed.
alter table billing.invoice
  alter column run_id drop not null,
  add column kind        text not null default 'INVOICE' check (kind in ('INVOICE', 'CREDIT_NOTE')),
  add column corrects_id bigint,
  add column reason_code text,
  add column reason_text text,
  -- Overdue on the day of issue, as printed.
  add column arrears     numeric(19, 4),
  add check ((kind = 'CREDIT_NOTE') = (corrects_id is not null)),
  add check ((kind = 'CREDIT_NOTE') = (gross < 0)),
  add check ((kind = 'CREDIT_NOTE') = (run_id is null)),
  add foreign key (account_id, corrects_id) references billing.invoice (account_id, id);
create index invoice_corrects on billing.invoice (account_id, corrects_id) where corrects_id is not null;

alter table billing.invoice_line
  add column kind            text not null default 'RECURRING',
  add column subscription_id bigint,
  -- On a credit note: the line of the invoice, and what it came to before.
  add column corrects_line   integer,
  add column net_before      numeric(19, 4),
  add column quantity_before numeric(24, 6);

alter table billing.number_block
  alter column run_id drop not null,
  add column document_id bigint,
  add check ((run_id is null) <> (document_id is null));

-- What people wish to correct; above the limit it waits for a second person.
create table billing.correction (
  account_id     bigint         not null,
  id             bigint         generated always as identity,
  invoice_id     bigint         not null,
  request_key    text           not null unique,
  reason_code    text           not null,
  reason_text    text           not null,
  changes        jsonb,
  gross          numeric(19, 4) not null check (gross < 0),
  currency       char(3)        not null,
  status         text           not null check (status in ('PROPOSED', 'ISSUED', 'REJECTED')),
  entered_by     text           not null,
  entered_at     timestamptz    not null,
  decided_by     text,
  decided_at     timestamptz,
  credit_note_id bigint,
  primary key (account_id, id),
  foreign key (account_id, invoice_id) references billing.invoice (account_id, id),
  check ((status = 'ISSUED') = (credit_note_id is not null)),
  check ((status = 'PROPOSED') = (decided_by is null))
);
create unique index correction_id on billing.correction (id);
-- One proposal at a time waits on an invoice.
create unique index correction_open on billing.correction (invoice_id) where status = 'PROPOSED';
create index correction_waiting on billing.correction (entered_at) where status = 'PROPOSED';
create index correction_of on billing.correction (account_id, invoice_id);
