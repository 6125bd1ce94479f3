-- Direct debit: mandates, batches of collections, what banks report of them; refunds.

insert into payments.ledger_account values ('COLLECTION', '142', 'Direct debits, to be cleared');

-- The methods stand in the code; a part of a payment can be given back to its payer.
alter table payments.payment drop constraint if exists payment_method_check;
alter table payments.payment
  add column refunded numeric(19,4) not null default 0 check (refunded between 0 and amount);
alter table payments.payment add check (unallocated + returned + refunded <= amount);

-- What the bank credits or takes back of direct debits, is told apart.
alter table payments.bank_entry drop constraint if exists bank_entry_kind_check;
alter table payments.bank_entry add check
  (kind in ('PAYMENT', 'RETURN', 'OUTGOING', 'CHARGE', 'COLLECTION'));

-- One row: how this operator collects and refunds.
create table payments.debit_policy (
  id             smallint      primary key check (id = 1),
  creditor_id    text          not null default '',
  creditor_bic   text          not null default '',
  lead_days      int           not null default 5 check (lead_days between 0 and 60),
  notice_days    int           not null default 2 check (notice_days between 1 and 30),
  -- Days after a failure at which it is tried again, between spaces; empty for never.
  retry_days     text          not null default '3 7',
  return_fee     numeric(19,4) not null default 0 check (return_fee >= 0),
  debit_version  text          not null default 'V08' check (debit_version in ('V02', 'V08')),
  refund_version text          not null default 'V09' check (refund_version in ('V03', 'V09')),
  -- A larger refund needs a second person.
  refund_limit   numeric(19,4) not null default 200 check (refund_limit >= 0)
);
insert into payments.debit_policy (id) values (1);

create sequence payments.mandate_seq start with 50 increment by 50;
create table payments.mandate (
  id          bigint primary key,
  account_id  bigint      not null references payments.financial_account deferrable initially deferred,
  customer_id bigint      not null,
  reference   text        not null unique,
  creditor_id text        not null,
  scheme      text        not null check (scheme in ('CORE', 'B2B', 'DOMESTIC')),
  one_off     boolean     not null,
  debtor_name text        not null,
  iban        text        not null,
  state       text        not null
    check (state in ('DRAFT', 'ACTIVE', 'SUSPENDED', 'CANCELLED', 'EXPIRED')),
  -- Off, nothing is collected though the mandate stays valid.
  collecting  boolean     not null default true,
  -- The next collection is the last.
  ending      boolean     not null default false,
  signed_on   date        not null,
  used_on     date,
  created_at  timestamptz not null,
  created_by  text        not null,
  version     bigint      not null default 0
);
-- An account has one valid mandate at a time.
create unique index mandate_valid on payments.mandate (account_id) where state in ('ACTIVE', 'SUSPENDED');
create index mandate_account on payments.mandate (account_id);
create index mandate_customer on payments.mandate (customer_id);
create index mandate_unused on payments.mandate (coalesce(used_on, signed_on))
  where state in ('ACTIVE', 'SUSPENDED');

create table payments.debit_batch (
  id           bigint      generated always as identity primary key,
  as_of        date        not null,
  state        text        not null check (state in ('GATHERING', 'SUBMITTED', 'EMPTY')),
  execution_id bigint,
  file_id      bigint,
  created_at   timestamptz not null,
  created_by   text        not null,
  finished_at  timestamptz
);
-- Whoever starts a second one while one is gathered is led to the first.
create unique index debit_batch_gathering on payments.debit_batch (state) where state = 'GATHERING';

-- A payment information of the file: collections of one scheme, sequence type, day and currency.
create table payments.debit_group (
  id            bigint        generated always as identity primary key,
  batch_id      bigint        not null references payments.debit_batch,
  scheme        text          not null,
  sequence_type text          not null,
  collection_on date          not null,
  currency      char(3)       not null,
  items         int           not null,
  amount        numeric(19,4) not null check (amount > 0),
  -- What the bank credited for it, net of what it took back before, and what that settled.
  credited      numeric(19,4) not null default 0,
  settled       numeric(19,4) not null default 0,
  unique (batch_id, scheme, sequence_type, collection_on, currency)
);

create sequence payments.collection_seq;
create table payments.collection (
  account_id    bigint        not null references payments.financial_account,
  id            bigint        not null default nextval('payments.collection_seq'),
  customer_id   bigint        not null,
  open_item_id  bigint        not null,
  number        text          not null,
  attempt       int           not null check (attempt > 0),
  mandate_id    bigint        not null references payments.mandate,
  batch_id      bigint        not null references payments.debit_batch,
  group_id      bigint        references payments.debit_group,
  sequence_type text          not null check (sequence_type in ('FRST', 'RCUR', 'OOFF', 'FNAL')),
  collection_on date          not null,
  amount        numeric(19,4) not null check (amount > 0),
  currency      char(3)       not null,
  state         text          not null check (state in
    ('PENDING', 'SUBMITTED', 'ACCEPTED', 'COLLECTED', 'REJECTED', 'RETURNED')),
  reason        text          not null default '',
  payment_id    bigint        references payments.payment deferrable initially deferred,
  -- The bank reported a return whose money it has not taken yet.
  reported      boolean       not null default false,
  retry_on      date,
  changed_at    timestamptz   not null,
  primary key (account_id, id),
  foreign key (account_id, open_item_id) references payments.open_item,
  unique (account_id, open_item_id, attempt)
);
create unique index collection_id on payments.collection (id);
-- A debt is collected once at a time.
create unique index collection_live on payments.collection (open_item_id)
  where state in ('PENDING', 'SUBMITTED', 'ACCEPTED');
create index collection_batch on payments.collection (batch_id, id);
create index collection_group on payments.collection (group_id, state);
create index collection_mandate on payments.collection (mandate_id, id);
create index collection_reported on payments.collection (id) where reported;

-- One row for each pain.002 taken or refused.
create table payments.status_report (
  file_id      bigint primary key,
  name         text        not null,
  state        text        not null check (state in ('WAITING', 'IMPORTING', 'DONE', 'REFUSED')),
  reason       text,
  detail       text,
  message_id   text,
  about        text,
  execution_id bigint,
  entries      int         not null default 0,
  applied      int         not null default 0,
  repeated     int         not null default 0,
  unknown      int         not null default 0,
  arrived_at   timestamptz not null,
  arrived_by   text        not null,
  finished_at  timestamptz
);
create unique index status_report_message on payments.status_report (message_id)
  where state in ('IMPORTING', 'DONE');
create index status_report_arrived on payments.status_report (arrived_at desc);

create table payments.refund_batch (
  id         bigint        generated always as identity primary key,
  file_id    bigint,
  items      int           not null,
  amount     numeric(19,4) not null,
  currency   char(3)       not null,
  created_at timestamptz   not null,
  created_by text          not null
);

create sequence payments.refund_seq start with 50 increment by 50;
create table payments.refund (
  id            bigint primary key,
  request_key   text          not null unique,
  account_id    bigint        not null references payments.financial_account deferrable initially deferred,
  customer_id   bigint        not null,
  payment_id    bigint        references payments.payment deferrable initially deferred,
  amount        numeric(19,4) not null check (amount > 0),
  currency      char(3)       not null,
  reason        text          not null,
  note          text          not null,
  payee_name    text          not null,
  payee_iban    text          not null,
  state         text          not null check (state in
    ('REQUESTED', 'APPROVED', 'SUBMITTED', 'PAID', 'DECLINED', 'REJECTED')),
  bank_reason   text          not null default '',
  batch_id      bigint        references payments.refund_batch deferrable initially deferred,
  bank_entry_id bigint,
  requested_at  timestamptz   not null,
  requested_by  text          not null,
  decided_at    timestamptz,
  decided_by    text,
  version       bigint        not null default 0
);
create index refund_state on payments.refund (state, id);
create index refund_account on payments.refund (account_id, id);
create index refund_batch_items on payments.refund (batch_id) where batch_id is not null;

-- Which payments a refund gave back.
create table payments.refund_piece (
  refund_id  bigint        not null references payments.refund deferrable initially deferred,
  payment_id bigint        not null references payments.payment deferrable initially deferred,
  amount     numeric(19,4) not null check (amount > 0),
  primary key (refund_id, payment_id)
);
