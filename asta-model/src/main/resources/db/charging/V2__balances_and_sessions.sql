-- Accounts: how they are paid, how long they live, whose buckets they share. A shared account has
-- no subscription; its members' group_id names it.
alter table charging.charging_account
  alter column subscription_id drop not null,
  alter column service_id drop not null,
  alter column tariff_code drop not null,
  add column name         varchar(120),
  add column version      bigint not null default 0,
  add column payment_mode varchar(8) not null default 'PREPAID'
    check (payment_mode in ('PREPAID', 'POSTPAID', 'HYBRID')),
  add column credit_limit numeric(19,4) not null default 0 check (credit_limit >= 0),
  add column group_id     bigint references charging.charging_account,
  add column bucketed     boolean not null default false,
  add column active_until date,
  add column grace_until  date,
  drop constraint charging_account_status_check,
  add constraint charging_account_status_check
    check (status in ('ACTIVE', 'GRACE', 'BARRED', 'CLOSED')),
  add check ((subscription_id is null) = (service_id is null)),
  add check (subscription_id is null or tariff_code is not null),
  add check (subscription_id is not null or group_id is null),
  add check (grace_until is null or grace_until >= active_until);
create index charging_account_group on charging.charging_account (group_id)
  where group_id is not null;

-- The version rises with every change, so that a lane that decides from memory learns at its update
-- whether memory was right. The lanes raise it themselves; for all others this trigger does.
create function charging.raise_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger charging_account_version before update on charging.charging_account
  for each row when (new.version = old.version) execute function charging.raise_version();

-- Buckets of money or units beside the main balance. Empty filters let everything in. Used by
-- priority, then expiry, then age.
create table charging.bucket (
  id                  bigint generated always as identity primary key,
  charging_account_id bigint not null references charging.charging_account,
  kind                varchar(5) not null check (kind in ('MONEY', 'UNITS')),
  unit                varchar(10),
  amount              numeric(19,4) not null check (amount >= 0),
  reserved            numeric(19,4) not null default 0 check (reserved >= 0),
  valid_from          timestamptz not null,
  valid_to            timestamptz,
  priority            integer not null default 100,
  service             varchar(10),
  zones               text[] not null default '{}',
  bands               text[] not null default '{}',
  origin              varchar(200) not null,
  created_at          timestamptz not null default now(),
  check ((kind = 'UNITS') = (unit is not null)),
  check (amount >= reserved),
  check (valid_to is null or valid_to > valid_from)
) with (fillfactor = 50);
create index bucket_account on charging.bucket (charging_account_id);

create function charging.mark_bucketed() returns trigger language plpgsql as $$
begin
  update charging.charging_account set bucketed = true
   where id = new.charging_account_id and not bucketed;
  return null;
end $$;
create trigger bucket_account_marked after insert on charging.bucket
  for each row execute function charging.mark_bucketed();

-- Every change of the main balance (bucket_id null) or of a bucket. A request that drew from several
-- has a part for each. The row of a granted request is its stored answer: "request" is the digest of
-- what was asked, "available" what was left to spend where it differs from the balance. Of a shared
-- bucket, member_id is the account that used it. No foreign keys: a lane writes the entry in the
-- transaction that updated the account's row, and versions of tariffs are never deleted.
alter table charging.ledger_entry
  add column bucket_id bigint,
  add column unit      varchar(10),
  add column part      smallint not null default 0,
  add column request   bigint,
  add column available numeric(19,4),
  add column refund_of integer,
  add column member_id bigint,
  add check ((bucket_id is not null) or (unit is null)),
  drop constraint ledger_entry_charging_account_id_fkey,
  drop constraint ledger_entry_tariff_version_id_fkey,
  drop constraint ledger_entry_pkey,
  add primary key (charging_account_id, id),
  drop constraint ledger_entry_session_id_request_number_key,
  add unique (session_id, request_number, part),
  drop constraint ledger_entry_kind_check,
  add constraint ledger_entry_kind_check check (kind in ('OPENING', 'DEBIT', 'TOP_UP', 'ADJUSTMENT',
    'TRANSFER', 'REFUND', 'EXPIRY', 'FORFEIT', 'PAYMENT'));
drop index charging.ledger_entry_account;
create unique index ledger_entry_refunded_once on charging.ledger_entry (session_id, refund_of, part)
  where refund_of is not null;

-- The first answers that left no entry in the ledger: refusals and steps of sessions.
drop table charging.charging_answer;
create table charging.charging_answer (
  session_id     varchar(64) not null,
  request_number integer not null,
  request        bigint not null,
  answer         text not null,
  at             timestamptz not null,
  primary key (session_id, request_number)
);
create index charging_answer_at on charging.charging_answer using brin (at);

-- Sessions: one row each; "groups" holds what each rating group used, paid and reserved; an open one
-- holds "reserved" of the main balance and held_amounts of held_buckets. No index names a column that
-- a step changes, so that a step rewrites its row in place.
create table charging.charging_session (
  session_id          varchar(64) primary key,
  charging_account_id bigint not null references charging.charging_account,
  state               varchar(8) not null check (state in ('OPEN', 'CLOSED', 'EXPIRED')),
  request_number      integer not null,
  started_at          timestamptz not null,
  expires_at          timestamptz not null,
  charged             numeric(19,4) not null default 0,
  reserved            numeric(19,4) not null default 0,
  held_buckets        bigint[],
  held_amounts        numeric[],
  groups              text not null
) with (fillfactor = 60);
create index charging_session_open on charging.charging_session (charging_account_id)
  where state = 'OPEN';

-- Levels of what is left to spend whose crossing becomes an event; without a tariff code for all.
create table charging.balance_threshold (
  id          bigint generated always as identity primary key,
  tariff_code varchar(40),
  currency    char(3) not null,
  amount      numeric(19,4) not null,
  unique nulls not distinct (tariff_code, currency, amount)
);
