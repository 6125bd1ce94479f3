-- Disputes, promises to pay, instalment plans, interest for late payment, bad debts.

insert into payments.ledger_account values ('BAD_DEBT', '763', 'Bad debts');
-- A bad debt is settled by no payment.
alter table payments.allocation
  alter column payment_id drop not null,
  drop constraint if exists allocation_kind_check;
alter table payments.allocation
  add constraint allocation_payment_given check ((payment_id is null) = (kind = 'BAD_DEBT'));

-- A customer says that an item, or a part of it, is not owed.
create table payments.dispute (
  id           bigint generated always as identity primary key,
  account_id   bigint        not null,
  open_item_id bigint        not null,
  amount       numeric(19,4) not null check (amount > 0),
  currency     char(3)       not null,
  reason       text          not null,
  detail       text          not null,
  state        text          not null default 'OPEN'
    check (state in ('OPEN', 'UPHELD', 'REJECTED')),
  opened_at    timestamptz   not null,
  opened_by    text          not null,
  decided_at   timestamptz,
  decided_by   text,
  decision     text,
  foreign key (account_id, open_item_id) references payments.open_item deferrable initially deferred,
  check ((state = 'OPEN') = (decided_at is null))
);
-- An item has one open dispute at a time.
create unique index dispute_open on payments.dispute (account_id, open_item_id)
  where state = 'OPEN';
create index dispute_work on payments.dispute (opened_at, id) where state = 'OPEN';
create index dispute_account on payments.dispute (account_id);

create table payments.promise (
  id           bigint generated always as identity primary key,
  account_id   bigint        not null references payments.financial_account,
  amount       numeric(19,4) not null check (amount > 0),
  currency     char(3)       not null,
  made_on      date          not null,
  due_on       date          not null check (due_on >= made_on),
  note         text          not null,
  made_at      timestamptz   not null,
  made_by      text          not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create index promise_account on payments.promise (account_id) where withdrawn_at is null;

create table payments.instalment_plan (
  id         bigint generated always as identity primary key,
  account_id bigint        not null references payments.financial_account,
  total      numeric(19,4) not null check (total > 0),
  currency   char(3)       not null,
  grace_days int           not null check (grace_days between 0 and 30),
  agreed_on  date          not null,
  note       text          not null,
  agreed_at  timestamptz   not null,
  agreed_by  text          not null,
  closed_at  timestamptz,
  closed_by  text
);
create unique index instalment_plan_open on payments.instalment_plan (account_id)
  where closed_at is null;
create table payments.instalment_plan_item (
  plan_id      bigint        not null references payments.instalment_plan,
  account_id   bigint        not null,
  open_item_id bigint        not null,
  amount       numeric(19,4) not null check (amount > 0),
  primary key (plan_id, open_item_id),
  foreign key (account_id, open_item_id) references payments.open_item deferrable initially deferred
);
create index instalment_plan_item_item on payments.instalment_plan_item (account_id, open_item_id);
create table payments.instalment (
  plan_id bigint        not null references payments.instalment_plan,
  number  int           not null,
  due_on  date          not null,
  amount  numeric(19,4) not null check (amount > 0),
  primary key (plan_id, number)
);

-- Whether a plan is kept at a day: what was due before it, grace included, is paid.
create function payments.plan_is_kept(plan bigint, day date) returns boolean
  language sql stable parallel safe as $$
    select p.total - coalesce((select sum(least(i.open_amount, n.amount))
               from payments.instalment_plan_item n join payments.open_item i
                 on i.account_id = n.account_id and i.id = n.open_item_id
              where n.plan_id = p.id), 0)
        >= coalesce((select sum(s.amount) from payments.instalment s
              where s.plan_id = p.id and s.due_on + p.grace_days < day), 0)
      from payments.instalment_plan p where p.id = plan
  $$;

-- Yearly rates in percent, each in force until the next of its class.
create table payments.interest_rate (
  customer_class text         not null check (customer_class in ('CONSUMER', 'BUSINESS')),
  valid_from     date         not null,
  percent        numeric(6,3) not null check (percent >= 0),
  entered_by     text         not null,
  entered_at     timestamptz  not null default now(),
  primary key (customer_class, valid_from)
);
-- Statutory interest for late payment, and for late payment in commercial transactions.
insert into payments.interest_rate (customer_class, valid_from, percent, entered_by) values
  ('CONSUMER', date '2022-09-08', 12.25, 'system'), ('CONSUMER', date '2023-09-07', 11.5, 'system'),
  ('CONSUMER', date '2023-10-05', 11.25, 'system'), ('CONSUMER', date '2025-05-08', 10.75, 'system'),
  ('CONSUMER', date '2025-07-03', 10.5, 'system'), ('CONSUMER', date '2025-09-04', 10.25, 'system'),
  ('CONSUMER', date '2025-10-09', 10, 'system'), ('CONSUMER', date '2025-11-06', 9.75, 'system'),
  ('CONSUMER', date '2025-12-04', 9.5, 'system'),
  ('BUSINESS', date '2023-01-01', 16.75, 'system'), ('BUSINESS', date '2024-01-01', 15.75, 'system'),
  ('BUSINESS', date '2025-07-01', 15.25, 'system'), ('BUSINESS', date '2026-01-01', 14, 'system');

-- Interest that was billed, for the days from one to the day before the other.
create table payments.interest_charge (
  account_id   bigint        not null,
  open_item_id bigint        not null,
  from_day     date          not null,
  until_day    date          not null check (until_day > from_day),
  amount       numeric(19,4) not null check (amount > 0),
  currency     char(3)       not null,
  charged_at   timestamptz   not null,
  charged_by   text          not null,
  primary key (account_id, open_item_id, from_day),
  foreign key (account_id, open_item_id) references payments.open_item deferrable initially deferred
);
-- Interest is no price of anything, so no tax law asks for a part of it.
insert into billing.tax_rule
    (category, valid_from, percent, label, treatment, reason_en, reason_pl) values
  ('OUTSIDE_VAT', date '2011-01-01', 0, 'np.', 'OUTSIDE_SCOPE',
   'Interest for late payment – outside the scope of VAT',
   'Odsetki za opóźnienie – nie podlegają VAT')
  on conflict do nothing;

-- One clerk proposes, another takes the debt off.
create table payments.bad_debt (
  id           bigint generated always as identity primary key,
  account_id   bigint        not null,
  open_item_id bigint        not null,
  amount       numeric(19,4) not null check (amount > 0),
  currency     char(3)       not null,
  reason       text          not null,
  state        text          not null default 'PROPOSED'
    check (state in ('PROPOSED', 'WRITTEN_OFF', 'REJECTED')),
  proposed_at  timestamptz   not null,
  proposed_by  text          not null,
  decided_at   timestamptz,
  decided_by   text check (decided_by <> proposed_by or state = 'REJECTED'),
  foreign key (account_id, open_item_id) references payments.open_item deferrable initially deferred
);
create unique index bad_debt_proposed on payments.bad_debt (account_id, open_item_id)
  where state = 'PROPOSED';
create index bad_debt_work on payments.bad_debt (proposed_at, id) where state = 'PROPOSED';
