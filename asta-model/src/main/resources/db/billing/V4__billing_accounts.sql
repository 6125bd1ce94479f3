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

-- Bill cycles other than monthly ones. A cycle that was changed holds after cycle_from, a boundary
-- of the former one, which holds up to it.
alter table billing.billing_account
  add column cycle_frequency  text     not null default 'MONTHLY'
    check (cycle_frequency in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
  add column cycle_month      smallint not null default 1 check (cycle_month between 1 and 12),
  add column former_frequency text
    check (former_frequency in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
  add column former_day       smallint check (former_day between 1 and 31),
  add column former_month     smallint check (former_month between 1 and 12),
  add column cycle_from       date,
  add check ((cycle_from is null) = (former_frequency is null)),
  add check ((cycle_from is null) = (former_day is null)),
  add check ((cycle_from is null) = (former_month is null));
drop index billing.billing_account_cycle;
create index billing_account_cycle
  on billing.billing_account (cycle_frequency, cycle_day, cycle_month, account_id);
create index billing_account_former
  on billing.billing_account (former_frequency, former_day, former_month, account_id)
  where cycle_from is not null;

-- What is held back for an account, why, and for how long; kept when it ended.
create table billing.hold (
  account_id  bigint      not null references billing.billing_account (account_id),
  id          bigint      generated always as identity,
  kind        text        not null check (kind in ('BILLING', 'MANUAL_INVOICE', 'EMAIL', 'DUNNING')),
  reason      text        not null,
  valid_from  date        not null,
  -- First day without it; null for no end.
  valid_until date,
  placed_by   text        not null,
  placed_at   timestamptz not null,
  ended_by    text,
  ended_at    timestamptz,
  primary key (account_id, id),
  check (valid_until > valid_from),
  check ((ended_by is null) = (ended_at is null))
);
-- Two clerks place the same hold: one of them is told.
create unique index hold_open on billing.hold (account_id, kind) where ended_at is null;

alter table billing.bill_run_account
  drop constraint bill_run_account_status_check,
  add constraint bill_run_account_status_check check
    (status in ('PENDING', 'DRAFTED', 'EMPTY', 'CARRIED', 'HELD', 'QUARANTINED', 'FINAL'));

-- Bills of one account: made on demand between cycles, or when its last service has ended. The key
-- makes a repeated wish one bill.
alter table billing.bill_run
  add column kind        text not null default 'CYCLE'
    check (kind in ('CYCLE', 'ON_DEMAND', 'FINAL_BILL')),
  add column account_id  bigint,
  add column request_key text unique,
  add check ((kind = 'CYCLE') = (account_id is null)),
  add check ((kind = 'CYCLE') = (request_key is null));
drop index billing.bill_run_open;
create unique index bill_run_open on billing.bill_run (cycle_end)
  where kind = 'CYCLE' and status in ('TRIAL', 'REVIEW', 'APPROVED');
create index bill_run_latest on billing.bill_run (id) where kind = 'CYCLE';

-- Days after the end of the last service in which its usage may still arrive.
alter table billing.policy
  add column final_bill_days smallint not null default 3 check (final_bill_days between 0 and 90);

-- Accounts whose last service has ended, or will end.
create table billing.final_bill (
  account_id bigint      not null references billing.billing_account (account_id),
  ends_on    date        not null,
  due_on     date        not null,
  status     text        not null default 'WAITING' check (status in ('WAITING', 'DONE', 'DROPPED')),
  -- What it waits for besides the day; a reason of refusal.
  detail     text,
  invoice_id bigint,
  noted_at   timestamptz not null,
  done_at    timestamptz,
  primary key (account_id, ends_on),
  check ((status = 'WAITING') = (done_at is null))
);
create index final_bill_due on billing.final_bill (due_on, account_id) where status = 'WAITING';

-- That an account pays charges of another one: of the same customer, or of a parent's children.
create table billing.payer_rule (
  id               bigint        generated always as identity primary key,
  account_id       bigint        not null references billing.billing_account (account_id),
  -- Null for all services of the account.
  subscription_id  bigint,
  charges          text          not null
    check (charges in ('ALL', 'RECURRING', 'ONE_TIME', 'USAGE')),
  payer_account_id bigint        not null references billing.billing_account (account_id),
  percent          numeric(5, 2) not null default 100 check (percent > 0 and percent <= 100),
  -- Net a month for the recurring prices of each service.
  limit_net        numeric(19, 4) check (limit_net > 0),
  valid_from       date          not null,
  valid_until      date,
  entered_by       text          not null,
  entered_at       timestamptz   not null,
  check (account_id <> payer_account_id),
  check (valid_until > valid_from),
  check (limit_net is null or charges = 'RECURRING')
);
create index payer_rule_account on billing.payer_rule (account_id);
create index payer_rule_payer on billing.payer_rule (payer_account_id);

-- Whose charge it is, where the bill is another account's; null for the account's own.
alter table billing.bill_item
  add column owner_account_id bigint,
  -- As printed, once issued: the owner's account number and name.
  add column owner_name text;
create index bill_item_owner on billing.bill_item (owner_account_id, bill_id desc)
  where owner_account_id is not null;
alter table billing.charged_until add column owner_account_id bigint;
alter table billing.invoice_line
  add column owner_account_id bigint,
  add column owner_name text;
