-- Electronic payments: attempts through a payment provider, what it tells of them, refunds,
-- chargebacks, saved cards, payouts.

insert into payments.ledger_account values
  ('PROVIDER_CLEARING', '136', 'Payment provider, to be paid out'),
  ('PROVIDER_FEES',     '404', 'Payment provider, fees');

-- The methods stand in the code.
alter table payments.payment drop constraint if exists payment_method_check;

-- A payment may be given back in parts.
do $$
declare whole text;
begin
  select conname into whole from pg_constraint
   where conrelid = 'payments.payment'::regclass and contype = 'c'
     and pg_get_constraintdef(oid) like '%returned = amount%';
  if whole is not null then
    execute format('alter table payments.payment drop constraint %I', whole);
  end if;
end $$;
alter table payments.payment add constraint payment_returned_part check (returned between 0 and amount);

create sequence payments.saved_card_seq start with 50 increment by 50;
-- A card saved at the provider: its token and what people may see of it.
create table payments.saved_card (
  id          bigint primary key,
  account_id  bigint      not null references payments.financial_account deferrable initially deferred,
  customer_id bigint      not null,
  gateway     text        not null,
  token       text        not null,
  masked      text        not null,
  expires_on  date,
  used        boolean     not null default false,
  auto_pay    boolean     not null,
  consent_at  timestamptz not null,
  consent_by  text        not null,
  removed_at  timestamptz,
  removed_by  text,
  version     bigint      not null default 0,
  check ((removed_at is null) = (token <> ''))
);
-- An account has one card at a time.
create unique index saved_card_account on payments.saved_card (account_id) where removed_at is null;

create sequence payments.payment_attempt_seq start with 50 increment by 50;
create table payments.payment_attempt (
  id            bigint primary key,
  account_id    bigint        not null references payments.financial_account deferrable initially deferred,
  customer_id   bigint        not null,
  gateway       text          not null,
  external_id   text          not null unique,
  request_key   text          not null,
  channel       text          not null check (channel in ('PAGE', 'BLIK', 'CARD')),
  -- Open items to settle first, in their order, between spaces.
  items         text          not null,
  amount        numeric(19,4) not null check (amount > 0),
  currency      char(3)       not null,
  card_id       bigint references payments.saved_card deferrable initially deferred,
  remember_card boolean       not null default false,
  auto_pay      boolean       not null default false,
  language      text          not null,
  state         text          not null check (state in ('NEW', 'UNKNOWN', 'PENDING',
    'WAITING_FOR_CONFIRMATION', 'CANCELLED', 'REJECTED', 'COMPLETED')),
  told          text          not null,
  told_at       timestamptz,
  timed_out_at  timestamptz,
  provider_id   text,
  page_url      text,
  method        text,
  failure       text,
  payment_id    bigint unique references payments.payment deferrable initially deferred,
  asked         int           not null default 0,
  next_ask_at   timestamptz,
  started_at    timestamptz   not null,
  started_by    text          not null,
  finished_at   timestamptz,
  version       bigint        not null default 0,
  unique (account_id, request_key)
) with (fillfactor = 80);
-- What is not final blocks a second attempt: not knowing never pays twice.
create unique index payment_attempt_open on payments.payment_attempt (account_id) where finished_at is null;
create unique index payment_attempt_provider on payments.payment_attempt (gateway, provider_id) where provider_id is not null;
create index payment_attempt_ask on payments.payment_attempt (next_ask_at) where next_ask_at is not null;
create index payment_attempt_customer on payments.payment_attempt (customer_id, id desc);

create sequence payments.provider_refund_seq start with 50 increment by 50;
create table payments.provider_refund (
  id           bigint primary key,
  kind         text          not null check (kind in ('REFUND', 'CHARGEBACK')),
  payment_id   bigint        not null references payments.payment deferrable initially deferred,
  attempt_id   bigint        not null references payments.payment_attempt deferrable initially deferred,
  account_id   bigint        not null,
  external_id  text          not null unique,
  request_key  text          not null,
  amount       numeric(19,4) not null check (amount > 0),
  currency     char(3)       not null,
  reason       text          not null,
  state        text          not null check (state in ('REQUESTED', 'DENIED', 'NEW', 'UNKNOWN',
    'PENDING', 'REJECTED', 'COMPLETED')),
  told         text          not null,
  told_at      timestamptz,
  timed_out_at timestamptz,
  provider_id  text,
  failure      text,
  asked        int           not null default 0,
  next_ask_at  timestamptz,
  requested_at timestamptz   not null,
  requested_by text          not null,
  decided_at   timestamptz,
  decided_by   text,
  finished_at  timestamptz,
  version      bigint        not null default 0,
  unique (payment_id, request_key)
);
create unique index provider_refund_open on payments.provider_refund (payment_id) where finished_at is null;
create index provider_refund_ask on payments.provider_refund (next_ask_at) where next_ask_at is not null;

-- What a provider told by itself, each once; the key is the digest of what it sent.
create table payments.gateway_notice (
  id          bigint generated always as identity primary key,
  gateway     text        not null,
  notice_key  text        not null,
  external_id text        not null,
  provider_id text        not null,
  subject     text        not null check (subject in ('ORDER', 'REFUND')),
  status      text        not null,
  problem     text,
  received_at timestamptz not null,
  unique (gateway, notice_key)
);
create index gateway_notice_order on payments.gateway_notice (external_id);

-- A payment out of suspense that is what the provider paid out.
create table payments.provider_payout (
  payment_id  bigint primary key references payments.payment deferrable initially deferred,
  until       date          not null,
  gross       numeric(19,4) not null check (gross > 0),
  fee         numeric(19,4) not null check (fee >= 0),
  net         numeric(19,4) not null check (net > 0),
  currency    char(3)       not null,
  settled_at  timestamptz   not null,
  settled_by  text          not null,
  check (gross = net + fee)
);
alter table payments.payment_attempt add column payout_id bigint references payments.provider_payout;
alter table payments.provider_refund add column payout_id bigint references payments.provider_payout;
create index payment_attempt_unpaid on payments.payment_attempt (finished_at) where state = 'COMPLETED' and payout_id is null;

-- Above it a second person approves a refund.
alter table payments.policy add column provider_refund_limit numeric(19,4) not null default 200
  check (provider_refund_limit >= 0);
