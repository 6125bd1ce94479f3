-- Tariffs: a version is one immutable document of zones, rates and allowances; the engine reads it
-- whole into its snapshot.
create sequence charging.tariff_seq start with 50 increment by 50;
create table charging.tariff (
  id         bigint primary key,
  code       varchar(40) not null unique,
  name_en    varchar(120) not null,
  name_pl    varchar(120) not null,
  created_at timestamptz not null
);

create sequence charging.tariff_version_seq start with 50 increment by 50;
create table charging.tariff_version (
  id           bigint primary key,
  tariff_id    bigint not null references charging.tariff,
  version      integer not null,
  status       varchar(12) not null check (status in ('DRAFT', 'PUBLISHED')),
  content      text not null,
  valid_from   date,
  created_by   varchar(80) not null,
  created_at   timestamptz not null,
  published_by varchar(80),
  published_at timestamptz,
  revision     integer not null,
  unique (tariff_id, version),
  check ((status = 'PUBLISHED') = (published_at is not null and valid_from is not null))
);
create unique index tariff_version_one_start on charging.tariff_version (tariff_id, valid_from)
  where status = 'PUBLISHED';

-- Usage: offline charging.
create table charging.usage_file (
  file_id        bigint primary key,
  kind           varchar(40) not null,
  name           varchar(255) not null,
  status         varchar(12) not null check (status in ('WAITING', 'RUNNING', 'DONE')),
  position       bigint not null default 0,
  line_no        bigint not null default 0,
  rated          bigint not null default 0,
  duplicates     bigint not null default 0,
  rejected       bigint not null default 0,
  not_chargeable bigint not null default 0,
  arrived_at     timestamptz not null default now(),
  finished_at    timestamptz
);

create table charging.usage_record (
  account_id        bigint not null,
  event_time        timestamptz not null,
  source            varchar(40) not null,
  event_key         varchar(120) not null,
  subscription_id   bigint not null,
  service_id        varchar(20) not null,
  service           varchar(10) not null,
  destination       varchar(20),
  units             bigint not null,
  charge_code       varchar(40) not null,
  rated             numeric(24,12) not null,
  currency          char(3) not null,
  tariff_version_id bigint not null references charging.tariff_version,
  explanation       varchar(600) not null,
  file_id           bigint not null,
  line_no           bigint not null,
  primary key (account_id, event_time, source, event_key)
) partition by range (event_time);

-- Totals per account and day, kept as usage is rated, so that a bill run never scans usage.
create table charging.usage_total (
  account_id        bigint not null,
  day               date not null,
  subscription_id   bigint not null,
  charge_code       varchar(40) not null,
  tariff_version_id bigint not null references charging.tariff_version,
  service           varchar(10) not null,
  quantity          numeric(24) not null,
  events            bigint not null,
  rated             numeric(24,12) not null,
  currency          char(3) not null,
  primary key (account_id, day, subscription_id, charge_code, tariff_version_id)
);

-- Units used of an allowance or a tiered rate in a calendar month of the operator's zone.
create table charging.usage_counter (
  account_id      bigint not null,
  subscription_id bigint not null,
  month           date not null,
  counter         varchar(40) not null,
  units           bigint not null,
  primary key (account_id, subscription_id, month, counter)
);

-- Prepaid: online charging. Half-filled pages keep balance updates in place.
create table charging.charging_account (
  id              bigint generated always as identity primary key,
  account_id      bigint not null,
  subscription_id bigint not null unique,
  service_id      varchar(20) not null,
  tariff_code     varchar(40) not null,
  currency        char(3) not null,
  balance         numeric(19,4) not null default 0,
  reserved        numeric(19,4) not null default 0 check (reserved >= 0),
  status          varchar(10) not null check (status in ('ACTIVE', 'BARRED', 'CLOSED')),
  opened_at       timestamptz not null,
  closes_on       date
) with (fillfactor = 50);
create unique index charging_account_service_id on charging.charging_account (service_id)
  where status <> 'CLOSED';
create index charging_account_account on charging.charging_account (account_id);

create table charging.ledger_entry (
  id                  bigint generated always as identity primary key,
  charging_account_id bigint not null references charging.charging_account,
  at                  timestamptz not null,
  kind                varchar(12) not null check (kind in ('OPENING', 'DEBIT', 'TOP_UP', 'ADJUSTMENT')),
  amount              numeric(19,4) not null,
  balance_after       numeric(19,4) not null,
  session_id          varchar(64) not null,
  request_number      integer not null,
  service             varchar(10),
  destination         varchar(20),
  units               bigint not null default 0,
  tariff_version_id   bigint references charging.tariff_version,
  explanation         varchar(600) not null,
  unique (session_id, request_number)
);
create index ledger_entry_account on charging.ledger_entry (charging_account_id, id desc);

-- The first answer to each request; a repeated request gets it again.
create table charging.charging_answer (
  session_id     varchar(64) not null,
  request_number integer not null,
  request        char(64) not null,
  answer         text not null,
  at             timestamptz not null,
  primary key (session_id, request_number)
);

-- Vouchers: the PIN itself is never stored.
create sequence charging.voucher_batch_seq start with 50 increment by 50;
create table charging.voucher_batch (
  id         bigint primary key,
  code       varchar(40) not null unique,
  value      numeric(19,4) not null check (value > 0),
  currency   char(3) not null,
  quantity   integer not null check (quantity > 0),
  expires_on date not null,
  created_by varchar(80) not null,
  created_at timestamptz not null
);
create table charging.voucher (
  pin_hash            varchar(64) primary key,
  batch_id            bigint not null references charging.voucher_batch,
  serial              varchar(50) not null unique,
  used_at             timestamptz,
  charging_account_id bigint references charging.charging_account,
  check ((used_at is null) = (charging_account_id is null))
);
create index voucher_batch_id on charging.voucher (batch_id);
