-- Financial accounts on a double-entry ledger; payments, allocations, statements, cash, dunning.
-- References are checked at commit, since rows of one transaction are written in batches by table.

-- Chart of accounts, a small reference table.
create table payments.ledger_account (
  code   text primary key,
  number text not null unique,
  name   text not null
);
insert into payments.ledger_account values
  ('RECEIVABLE',      '200', 'Customers, receivable'),
  ('CUSTOMER_CREDIT', '201', 'Customers, unallocated credit'),
  ('SUSPENSE',        '245', 'Payments to be clarified'),
  ('BANK',            '131', 'Bank'),
  ('CASH',            '100', 'Cash in hand'),
  ('SALES',           '700', 'Sales, gross'),
  ('OPENING_BALANCE', '800', 'Balances brought forward');

-- A customer's account as payments sees it; the key is the account of subsystem customers. The row
-- is what concurrent payments of one account lock.
create table payments.financial_account (
  account_id      bigint primary key,
  customer_id     bigint      not null,
  shard           int         not null,
  number          text        not null,
  number_key      text        not null,
  currency        char(3)     not null,
  dunning_level   text        not null default 'NONE'
    check (dunning_level in ('NONE', 'REMINDER', 'FEE', 'BARRED')),
  dunning_paused  boolean     not null default false,
  opened_at       timestamptz not null,
  version         bigint      not null default 0
) with (fillfactor = 70);
create index financial_account_number on payments.financial_account (number_key);
create index financial_account_customer on payments.financial_account (customer_id);

create sequence payments.ledger_transaction_seq start with 50 increment by 50;
-- Account 0 is the house: money whose customer is not known yet.
create table payments.ledger_transaction (
  account_id bigint      not null,
  id         bigint      not null,
  kind       text        not null,
  source     text        not null,
  booked_on  date        not null,
  detail     text        not null,
  created_at timestamptz not null,
  created_by text        not null,
  primary key (account_id, id),
  unique (account_id, kind, source)
);
create index ledger_transaction_booked on payments.ledger_transaction (account_id, booked_on, id);

-- Both legs in one row: it cannot fail to sum to zero, whoever writes it (ADR ledger-postings).
create table payments.posting (
  account_id     bigint        not null,
  transaction_id bigint        not null,
  line           int           not null,
  debit          text          not null references payments.ledger_account,
  credit         text          not null references payments.ledger_account,
  amount         numeric(19,4) not null check (amount > 0),
  currency       char(3)       not null,
  primary key (account_id, transaction_id, line),
  foreign key (account_id, transaction_id) references payments.ledger_transaction deferrable initially deferred,
  check (debit <> credit)
);
-- Append-only, for every login but a superuser's.
revoke update, delete, truncate on payments.posting from public, current_user;

-- The same postings, a row for each leg, for the general ledger.
create view payments.ledger_leg as
  select p.account_id, p.transaction_id, p.line, t.kind, t.source, t.booked_on, l.account,
         l.amount, p.currency
    from payments.posting p
    join payments.ledger_transaction t on t.account_id = p.account_id and t.id = p.transaction_id
    cross join lateral (values (p.debit, p.amount), (p.credit, -p.amount)) as l (account, amount);

create sequence payments.open_item_seq start with 50 increment by 50;
create table payments.open_item (
  account_id  bigint        not null references payments.financial_account deferrable initially deferred,
  id          bigint        not null,
  kind        text          not null check (kind in ('INVOICE', 'BROUGHT_FORWARD')),
  document_id bigint,
  number      text          not null,
  number_key  text          not null,
  issued_on   date          not null,
  due_on      date          not null,
  amount      numeric(19,4) not null check (amount > 0),
  open_amount numeric(19,4) not null check (open_amount between 0 and amount),
  currency    char(3)       not null,
  version     bigint        not null default 0,
  primary key (account_id, id),
  unique (account_id, kind, number)
) with (fillfactor = 80);
create index open_item_id on payments.open_item (id);
create index open_item_open on payments.open_item (account_id, due_on) where open_amount > 0;
create index open_item_number on payments.open_item (number_key);
create index open_item_amount on payments.open_item (open_amount) where open_amount > 0;
create index open_item_due on payments.open_item (due_on, account_id) where open_amount > 0;

create sequence payments.bank_statement_seq start with 50 increment by 50;
create table payments.bank_statement (
  id              bigint primary key,
  own_account     text          not null,
  statement_id    text          not null,
  file_id         bigint        not null,
  day             date          not null,
  currency        char(3)       not null,
  opening         numeric(19,4) not null,
  closing         numeric(19,4) not null,
  imported_at     timestamptz   not null,
  unique (own_account, statement_id)
);
create index bank_statement_file on payments.bank_statement (file_id);

-- One row for each file taken or refused.
create table payments.statement_file (
  file_id      bigint primary key,
  name         text        not null,
  state        text        not null check (state in ('WAITING', 'IMPORTING', 'DONE', 'REFUSED')),
  reason       text,
  detail       text,
  execution_id bigint,
  entries      int         not null default 0,
  arrived_at   timestamptz not null,
  arrived_by   text        not null,
  finished_at  timestamptz,
  version      bigint      not null default 0
);
create index statement_file_arrived on payments.statement_file (arrived_at desc);

create sequence payments.payment_seq start with 50 increment by 50;
create table payments.payment (
  id              bigint primary key,
  source          text          not null,
  reference       text          not null,
  method          text          not null
    check (method in ('BANK_TRANSFER', 'CASH', 'CREDIT_NOTE')),
  account_id      bigint references payments.financial_account deferrable initially deferred,
  customer_id     bigint,
  rule            text,
  unmatched       text,
  amount          numeric(19,4) not null check (amount > 0),
  unallocated     numeric(19,4) not null check (unallocated between 0 and amount),
  currency        char(3)       not null,
  received_on     date          not null,
  value_on        date          not null,
  payer_name      text          not null,
  payer_account   text          not null,
  detail          text          not null,
  statement_id    bigint references payments.bank_statement deferrable initially deferred,
  file_id         bigint,
  created_at      timestamptz   not null,
  created_by      text          not null,
  version         bigint        not null default 0,
  unique (source, reference)
) with (fillfactor = 80);
create index payment_account on payments.payment (account_id, received_on desc, id desc);
create index payment_credit on payments.payment (account_id) where unallocated > 0;
create index payment_unmatched on payments.payment (id) where account_id is null;
create index payment_payer on payments.payment (payer_account) where account_id is not null;
create index payment_received on payments.payment (received_on desc, id desc);
create index payment_reference on payments.payment (reference text_pattern_ops);
create index payment_customer on payments.payment (customer_id, received_on desc, id desc);
create index payment_file on payments.payment (file_id) where file_id is not null;

create sequence payments.allocation_seq start with 50 increment by 50;
-- Append-only: an allocation is undone by a row of the same amount with the opposite sign.
create table payments.allocation (
  account_id   bigint        not null,
  id           bigint        not null,
  payment_id   bigint        not null,
  open_item_id bigint        not null,
  amount       numeric(19,4) not null check (amount <> 0),
  currency     char(3)       not null,
  reverses_id  bigint,
  created_at   timestamptz   not null,
  created_by   text          not null,
  primary key (account_id, id),
  foreign key (account_id, open_item_id) references payments.open_item deferrable initially deferred,
  unique (account_id, reverses_id),
  check ((reverses_id is null) = (amount > 0))
);
create index allocation_id on payments.allocation (id);
create index allocation_payment on payments.allocation (account_id, payment_id);
create index allocation_item on payments.allocation (account_id, open_item_id);

create table payments.cash_register (
  code        text primary key,
  name        text   not null,
  last_number bigint not null default 0
);
insert into payments.cash_register values ('K1', 'Salon, kasa 1'), ('K2', 'Salon, kasa 2');

create sequence payments.cash_receipt_seq start with 50 increment by 50;
create table payments.cash_receipt (
  id         bigint primary key,
  register   text        not null references payments.cash_register deferrable initially deferred,
  number     bigint      not null,
  payment_id bigint      not null unique references payments.payment deferrable initially deferred,
  issued_at  timestamptz not null,
  issued_by  text        not null,
  unique (register, number)
);

create sequence payments.dunning_case_seq start with 50 increment by 50;
create table payments.dunning_case (
  account_id bigint      not null references payments.financial_account deferrable initially deferred,
  id         bigint      not null,
  opened_on  date        not null,
  closed_on  date,
  level      text        not null,
  version    bigint      not null default 0,
  primary key (account_id, id)
);
-- An account has one case at a time.
create unique index dunning_case_open on payments.dunning_case (account_id) where closed_on is null;

-- What was done, once for each level of a case.
create table payments.dunning_step (
  account_id bigint        not null,
  case_id    bigint        not null,
  level      text          not null,
  done_on    date          not null,
  done_at    timestamptz   not null,
  overdue    numeric(19,4) not null,
  currency   char(3)       not null,
  detail     text          not null,
  primary key (account_id, case_id, level),
  foreign key (account_id, case_id) references payments.dunning_case deferrable initially deferred
);
create index dunning_step_day on payments.dunning_step (done_on);
