-- The cash desk by shifts: what is in a drawer and why, counts by denomination, deposits on their
-- way to the bank.

insert into payments.ledger_account values
  ('CASH_IN_TRANSIT',  '149', 'Cash on its way to the bank'),
  ('CASH_DIFFERENCES', '243', 'Cash shortages and surpluses'),
  ('CASH_ADVANCES',    '234', 'Cash paid in and out, to be settled');

-- A larger difference needs a second person.
alter table payments.policy
  add column cash_difference numeric(19,4) not null default 10 check (cash_difference >= 0);

create sequence payments.cash_shift_seq start with 50 increment by 50;
create table payments.cash_shift (
  id           bigint primary key,
  register     text          not null references payments.cash_register deferrable initially deferred,
  cashier      text          not null,
  state        text          not null check (state in ('OPEN', 'COUNTED', 'CLOSED')),
  currency     char(3)       not null,
  opened_at    timestamptz   not null,
  -- What the shift before left in the drawer; what this one began with.
  carried      numeric(19,4) not null check (carried >= 0),
  float_amount numeric(19,4) not null check (float_amount >= 0),
  expected     numeric(19,4),
  counted      numeric(19,4) check (counted >= 0),
  explanation  text          not null default '',
  counted_at   timestamptz,
  confirmed_by text,
  closed_at    timestamptz,
  version      bigint        not null default 0,
  check (confirmed_by <> cashier),
  check ((state = 'OPEN') = (counted is null)),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create unique index cash_shift_register on payments.cash_shift (register) where state <> 'CLOSED';
create unique index cash_shift_cashier on payments.cash_shift (cashier) where state = 'OPEN';
create index cash_shift_opened on payments.cash_shift (opened_at desc, id desc);
create index cash_shift_of_register on payments.cash_shift (register, id desc);

create table payments.cash_count (
  shift_id     bigint       not null references payments.cash_shift deferrable initially deferred,
  moment       text         not null check (moment in ('OPENING', 'CLOSING')),
  denomination numeric(9,2) not null,
  pieces       int          not null check (pieces > 0),
  primary key (shift_id, moment, denomination)
);

alter table payments.cash_receipt
  add column shift_id      bigint references payments.cash_shift deferrable initially deferred,
  add column cancelled_at  timestamptz,
  add column cancelled_by  text,
  add column cancel_reason text;

-- All that went into a drawer and out of it; append-only: a cancelled receipt has a movement back.
create table payments.cash_movement (
  id          bigint generated always as identity primary key,
  register    text          not null references payments.cash_register,
  -- Null for receipts from before there were shifts.
  shift_id    bigint references payments.cash_shift deferrable initially deferred,
  kind        text          not null,
  amount      numeric(19,4) not null check (amount <> 0),
  currency    char(3)       not null,
  receipt_id  bigint references payments.cash_receipt deferrable initially deferred,
  reason      text          not null default '',
  request_key text unique,
  created_at  timestamptz   not null,
  created_by  text          not null,
  unique (receipt_id, kind)
);
create index cash_movement_shift on payments.cash_movement (shift_id, id);
create index cash_movement_old on payments.cash_movement (register) where shift_id is null;
insert into payments.cash_movement
    (register, kind, amount, currency, receipt_id, created_at, created_by)
  select r.register, 'RECEIPT', p.amount, p.currency, r.id, r.issued_at, r.issued_by
    from payments.cash_receipt r join payments.payment p on p.id = r.payment_id order by r.id;

create table payments.cash_deposit (
  id            bigint generated always as identity primary key,
  register      text          not null references payments.cash_register,
  shift_id      bigint        not null references payments.cash_shift,
  bag_number    text          not null,
  bag_key       text          not null unique,
  amount        numeric(19,4) not null check (amount > 0),
  currency      char(3)       not null,
  made_at       timestamptz   not null,
  made_by       text          not null,
  -- What the bank credited, by which entry.
  credited      numeric(19,4),
  settled_on    date,
  bank_entry_id bigint unique,
  check ((credited is null) = (bank_entry_id is null))
);
create index cash_deposit_waiting on payments.cash_deposit (id) where bank_entry_id is null;
create index cash_deposit_shift on payments.cash_deposit (shift_id);

-- A deposit of ours comes in, and is no customer's payment; the kinds stand in the code.
alter table payments.bank_entry drop constraint if exists bank_entry_kind_check;
