-- A counter counts a day, a week or a month, or one grant of an allowance.
alter table charging.usage_counter rename column month to period_start;

-- The explanation of a long event by a rich tariff has no natural bound.
alter table charging.usage_record alter column explanation type text;
alter table charging.ledger_entry alter column explanation type text;

-- Past usage priced anew: by a draft, to know what it would change, or to correct wrong prices.
create table charging.repricing (
  id               bigint generated always as identity primary key,
  purpose          varchar(10) not null check (purpose in ('WHAT_IF', 'RE_RATING')),
  status           varchar(10) not null
    check (status in ('TRIAL', 'REVIEW', 'APPLYING', 'DONE', 'CANCELLED')),
  from_day         date not null,
  to_day           date not null,
  tariff_code      varchar(40),
  draft_version_id bigint references charging.tariff_version,
  customer_id      bigint,
  reason           text not null,
  started_by       varchar(80) not null,
  started_at       timestamptz not null,
  execution_id     bigint,
  applied_by       varchar(80),
  finished_at      timestamptz,
  check (from_day < to_day),
  check ((purpose = 'WHAT_IF') = (draft_version_id is not null))
);
create index repricing_latest on charging.repricing (purpose, id desc);

create table charging.repricing_account (
  account_id   bigint not null,
  repricing_id bigint not null references charging.repricing,
  shard        smallint not null,
  status       varchar(8) not null check (status in ('PENDING', 'PRICED', 'APPLIED')),
  customer_id  bigint,
  currency     char(3) not null,
  events       bigint not null default 0,
  changed      bigint not null default 0,
  unrated      bigint not null default 0,
  before       numeric(24,12) not null default 0,
  after        numeric(24,12) not null default 0,
  primary key (account_id, repricing_id)
);
create index repricing_account_work
  on charging.repricing_account (repricing_id, status, shard, account_id);
create index repricing_account_change on charging.repricing_account (repricing_id, (after - before));

-- Sums of zones, in lanes so that partitions of the job do not wait for each other.
create table charging.repricing_zone (
  repricing_id bigint not null references charging.repricing,
  lane         smallint not null,
  service      varchar(10) not null,
  zone         varchar(40) not null,
  currency     char(3) not null,
  events       bigint not null,
  units        numeric(24) not null,
  before       numeric(24,12) not null,
  after        numeric(24,12) not null,
  primary key (repricing_id, lane, service, zone, currency)
);

-- What events cost, and why, before a re-rating changed them.
create table charging.repriced_event (
  account_id        bigint not null,
  repricing_id      bigint not null references charging.repricing,
  event_time        timestamptz not null,
  source            varchar(40) not null,
  event_key         varchar(120) not null,
  charge_code       varchar(40) not null,
  rated             numeric(24,12) not null,
  tariff_version_id bigint not null references charging.tariff_version,
  explanation       text not null,
  new_rated         numeric(24,12) not null,
  primary key (account_id, event_time, source, event_key, repricing_id)
);
