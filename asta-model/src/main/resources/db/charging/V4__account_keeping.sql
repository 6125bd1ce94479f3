-- Life of an account beside its other dates: barred_until is its last day before it closes, suspended
-- says that it is barred with its subscription, whatever its dates.
alter table charging.charging_account
  add column barred_until date,
  add column suspended    boolean not null default false,
  add check (barred_until is null or barred_until >= grace_until),
  add check ((active_until is null) = (barred_until is null));
update charging.charging_account set suspended = true where status = 'BARRED';

-- The operator's rules of accounts: one document, read whole.
create table charging.balance_policy (
  id         integer primary key check (id = 1),
  content    text not null,
  changed_by varchar(80) not null,
  changed_at timestamptz not null
);

-- Vouchers can be voided, one by one or by the batch.
alter table charging.voucher
  add column voided_at   timestamptz,
  add column voided_by   varchar(80),
  add column void_reason varchar(200),
  add check ((voided_at is null) = (void_reason is null)),
  add check (voided_at is null or used_at is null);
create index voucher_used on charging.voucher (batch_id) where used_at is not null;
create index voucher_void on charging.voucher (batch_id) where voided_at is not null;

-- Wrong voucher PINs of an account (account:7) or a login (login:jan); a right one clears the row.
create table charging.pin_tries (
  subject varchar(100) primary key,
  wrong   integer not null,
  last_at timestamptz not null
);

-- Balance given from one account to another; its ledger entries bear the key.
create table charging.transfer (
  transfer_key varchar(60) primary key,
  giver_id     bigint not null references charging.charging_account,
  taker_id     bigint not null references charging.charging_account,
  amount       numeric(19,4) not null check (amount > 0),
  fee          numeric(19,4) not null check (fee >= 0),
  currency     char(3) not null,
  made_on      date not null,
  made_by      varchar(80) not null,
  made_at      timestamptz not null,
  check (giver_id <> taker_id)
);
create index transfer_giver on charging.transfer (giver_id, made_on);

-- Adjustments: a person's change of a balance; above the limit a second person decides.
create table charging.adjustment (
  id                  bigint generated always as identity primary key,
  request_key         varchar(60) not null unique,
  charging_account_id bigint not null references charging.charging_account,
  amount              numeric(19,4) not null check (amount <> 0),
  currency            char(3) not null,
  bucket              text,
  reason              varchar(20) not null,
  note                varchar(300) not null,
  status              varchar(10) not null check (status in ('PENDING', 'BOOKED', 'REJECTED')),
  requested_by        varchar(80) not null,
  requested_at        timestamptz not null,
  requested_on        date not null,
  decided_by          varchar(80),
  decided_at          timestamptz,
  decision            varchar(300),
  check ((status = 'PENDING') = (decided_at is null))
);
create index adjustment_pending on charging.adjustment (id) where status = 'PENDING';
create index adjustment_account on charging.adjustment (charging_account_id, id desc);

-- Nightly proof that balances equal their entries and reservations their open sessions.
create table charging.ledger_check (
  id          bigint generated always as identity primary key,
  instance_id bigint not null unique,
  started_at  timestamptz not null,
  finished_at timestamptz,
  accounts    bigint not null default 0,
  buckets     bigint not null default 0,
  entries     bigint not null default 0
);
create table charging.ledger_difference (
  check_id            bigint not null references charging.ledger_check,
  charging_account_id bigint not null references charging.charging_account,
  bucket_id           bigint,
  what                varchar(10) not null check (what in ('BALANCE', 'BUCKET', 'RESERVED')),
  stored              numeric(24,4) not null,
  computed            numeric(24,4) not null
);
create index ledger_difference_check on charging.ledger_difference (check_id);

-- Customers are warned below 5 of the operator's currency until somebody says otherwise.
insert into charging.balance_threshold (currency, amount) select currency, 5 from common.operator;
