-- Every bank entry once whatever its format, returns, virtual accounts, the policy of matching,
-- write-offs, VAT in the ledger, accounting periods and the proof of the book.

insert into payments.ledger_account values
  ('VAT_DUE',           '221', 'VAT due'),
  ('SMALL_DIFFERENCES', '761', 'Small differences written off'),
  ('OUTGOING',          '249', 'Payments out, to be settled'),
  ('BANK_CHARGES',      '403', 'Bank charges');
update payments.ledger_account set name = 'Sales, net' where code = 'SALES';

-- The label of the tax rate a posting belongs to; empty where there is none.
alter table payments.posting add column rate text not null default '';
create index ledger_transaction_day on payments.ledger_transaction (booked_on);

-- A notification has no balances; a table of entries has no day of its own.
alter table payments.bank_statement
  alter column day drop not null,
  alter column opening drop not null,
  alter column closing drop not null,
  alter column currency drop not null;

create table payments.csv_mapping (
  id         bigint generated always as identity primary key,
  name       text        not null unique,
  header     text        not null unique,
  content    text        not null,
  changed_at timestamptz not null,
  changed_by text        not null
);

alter table payments.statement_file
  add column format     text,
  add column charset    text,
  add column mapping_id bigint references payments.csv_mapping,
  add column duplicates int not null default 0;

-- Every booked entry of every statement: the key keeps the first telling, in whatever format the
-- bank tells it again. What became a payment is told there; of the rest the other side stands here.
create table payments.bank_entry (
  id            bigint generated always as identity,
  own_account   text          not null,
  entry_key     text          not null,
  format        text          not null,
  given         boolean       not null,
  likeness      text          not null,
  batch         text          not null default '',
  kind          text          not null check (kind in ('PAYMENT', 'RETURN', 'OUTGOING', 'CHARGE')),
  amount        numeric(19,4) not null,
  currency      char(3)       not null,
  booked_on     date          not null,
  other_name    text          not null default '',
  other_account text          not null default '',
  detail        text          not null default '',
  payment_id    bigint references payments.payment deferrable initially deferred,
  statement_id  bigint,
  file_id       bigint,
  position      int           not null,
  primary key (own_account, entry_key)
);
create unique index bank_entry_id on payments.bank_entry (id);
create index bank_entry_likeness on payments.bank_entry (likeness);
create index bank_entry_batch on payments.bank_entry (own_account, batch) where batch <> '';
create index bank_entry_file on payments.bank_entry (file_id, kind) where kind <> 'PAYMENT';
create index bank_entry_payment on payments.bank_entry (payment_id) where kind = 'RETURN';
insert into payments.bank_entry
    (own_account, entry_key, format, given, likeness, kind, amount, currency, booked_on, payment_id,
     statement_id, file_id, position)
  select source, reference, 'CAMT053', true, '', 'PAYMENT', amount, currency, received_on, id,
         statement_id, file_id, 0
    from payments.payment where statement_id is not null;

-- What of a payment went back to its payer: all of it, or nothing.
alter table payments.payment
  add column returned    numeric(19,4) not null default 0 check (returned in (0, amount)),
  add column credited_to text          not null default '';
alter table payments.payment add check (unallocated + returned <= amount);
drop index payments.payment_unmatched;
create index payment_unmatched on payments.payment (id) where account_id is null and returned = 0;
create index payment_amount on payments.payment (source, amount, received_on);

-- A write-off settles the rest of an item beside the payment that left it.
alter table payments.allocation
  add column kind text not null default 'PAYMENT' check (kind in ('PAYMENT', 'WRITE_OFF'));

-- One row: how this operator matches payments.
create table payments.policy (
  id               smallint      primary key check (id = 1),
  match_order      text          not null
    default 'VIRTUAL_ACCOUNT ACCOUNT_NUMBER DOCUMENT_NUMBER AMOUNT_AND_PAYER SUM_OF_DOCUMENTS',
  small_difference numeric(19,4) not null default 0 check (small_difference >= 0),
  -- The current prefix of virtual accounts first, then former ones, between spaces.
  virtual_prefixes text          not null default '',
  -- Bank accounts besides the one on invoices, a line each.
  own_accounts     text          not null default ''
);
insert into payments.policy (id) values (1);

-- Closed periods, a calendar month each; closing goes forward month by month, so the last closed
-- month says from when on postings are taken.
create table payments.accounting_period (
  first_day   date        primary key check (extract(day from first_day) = 1),
  closed_at   timestamptz not null,
  closed_by   text        not null,
  reopened_at timestamptz,
  reopened_by text,
  reason      text
);
-- Balances at the end of a closed period; the check proves them by the postings.
create table payments.period_balance (
  first_day date          not null references payments.accounting_period,
  account   text          not null references payments.ledger_account,
  currency  char(3)       not null,
  balance   numeric(21,4) not null,
  primary key (first_day, account, currency)
);

create table payments.ledger_check (
  id           bigint generated always as identity primary key,
  started_at   timestamptz not null,
  finished_at  timestamptz not null,
  started_by   text        not null,
  postings     bigint      not null,
  faults       bigint      not null
);
create table payments.ledger_fault (
  check_id   bigint not null references payments.ledger_check,
  line       int    not null,
  law        text   not null,
  account_id bigint,
  subject    text   not null,
  expected   numeric(21,4) not null,
  found      numeric(21,4) not null,
  primary key (check_id, line)
);
