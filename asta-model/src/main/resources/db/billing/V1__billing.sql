-- Bill cycles, bill runs and their drafts, invoices and their numbers.
-- account_id is that of customers.account; it leads the keys of everything that grows with accounts.

-- One row: how this operator bills.
create table billing.policy (
  id                smallint primary key check (id = 1),
  approver_differs  boolean  not null default false,
  default_cycle_day smallint not null default 1 check (default_cycle_day between 1 and 31),
  payment_days      smallint not null default 14 check (payment_days between 0 and 365),
  late_usage_days   smallint not null default 90 check (late_usage_days between 0 and 400),
  invoice_series    text     not null default 'FV'
);
insert into billing.policy (id) values (1);

create table billing.vat_rate (
  category    text          not null,
  percent     numeric(5, 2) not null check (percent >= 0),
  label       text          not null,
  valid_from  date          not null,
  valid_until date,
  primary key (category, valid_from)
);
insert into billing.vat_rate (category, percent, label, valid_from) values
  ('STANDARD', 23, '23%', date '2011-01-01'),
  ('REDUCED',   8, '8%',  date '2011-01-01'),
  ('SUPER_REDUCED', 5, '5%', date '2011-01-01'),
  ('ZERO',      0, '0%',  date '2011-01-01'),
  ('EXEMPT',    0, 'zw.', date '2011-01-01');

create table billing.billing_account (
  account_id   bigint   primary key,
  customer_id  bigint   not null,
  shard        smallint not null check (shard between 0 and 1023),
  currency     char(3)  not null,
  cycle_day    smallint not null check (cycle_day between 1 and 31),
  payment_days smallint not null check (payment_days between 0 and 365),
  opened_on    date     not null,
  version      integer  not null default 0
);
create index billing_account_cycle on billing.billing_account (cycle_day, account_id);
create index billing_account_customer on billing.billing_account (customer_id);

create sequence billing.bill_run_seq start with 50 increment by 50;
create table billing.bill_run (
  id           bigint      primary key,
  cycle_end    date        not null,
  issued_on    date        not null,
  status       text        not null
    check (status in ('TRIAL', 'REVIEW', 'APPROVED', 'FINAL', 'CANCELLED')),
  started_by   text        not null,
  started_at   timestamptz not null,
  trialled_at  timestamptz,
  approved_by  text,
  approved_at  timestamptz,
  finished_at  timestamptz,
  execution_id bigint,
  version      integer     not null default 0
);
-- Two clerks press the button: one open run for a cycle.
create unique index bill_run_open on billing.bill_run (cycle_end)
  where status in ('TRIAL', 'REVIEW', 'APPROVED');

create table billing.bill_run_account (
  run_id     bigint   not null references billing.bill_run (id),
  account_id bigint   not null,
  shard      smallint not null,
  status     text     not null default 'PENDING'
    check (status in ('PENDING', 'DRAFTED', 'EMPTY', 'CARRIED', 'QUARANTINED', 'FINAL')),
  reason     text,
  detail     text,
  primary key (account_id, run_id)
);
create index bill_run_account_work on billing.bill_run_account (run_id, status, shard, account_id);

create sequence billing.bill_seq start with 50 increment by 50;
create table billing.bill (
  account_id     bigint         not null,
  id             bigint         not null,
  run_id         bigint         not null references billing.bill_run (id),
  cycle_start    date           not null,
  cycle_end      date           not null,
  status         text           not null default 'DRAFT' check (status in ('DRAFT', 'FINAL')),
  currency       char(3)        not null,
  net            numeric(19, 4) not null,
  tax            numeric(19, 4) not null,
  gross          numeric(19, 4) not null,
  invoice_number text,
  primary key (account_id, id),
  unique (account_id, cycle_start)
);
create unique index bill_id on billing.bill (id);
create index bill_run_of on billing.bill (run_id, gross desc, id);

create table billing.bill_item (
  account_id        bigint          not null,
  bill_id           bigint          not null,
  line              integer         not null,
  kind              text            not null,
  subscription_id   bigint,
  phase_from        date,
  price_id          bigint,
  offer_version_id  bigint,
  service_id        text,
  charge_code       text,
  tariff_version_id bigint,
  manual_charge_id  bigint,
  period_start      date            not null,
  period_end        date            not null,
  nominal_start     date,
  nominal_end       date,
  quantity          numeric(24, 6),
  unit              text,
  events            bigint,
  unit_price        numeric(24, 12) not null,
  net               numeric(24, 12) not null,
  shown             numeric(19, 4)  not null,
  vat_category      text            not null,
  vat_percent       numeric(5, 2)   not null,
  vat_label         text            not null,
  text_en           text            not null,
  text_pl           text            not null,
  primary key (account_id, bill_id, line),
  foreign key (account_id, bill_id) references billing.bill (account_id, id) on delete cascade
);

create table billing.bill_tax (
  account_id bigint         not null,
  bill_id    bigint         not null,
  line       integer        not null,
  percent    numeric(5, 2)  not null,
  label      text           not null,
  net        numeric(19, 4) not null,
  tax        numeric(19, 4) not null,
  rounding   numeric(19, 4) not null,
  primary key (account_id, bill_id, line),
  foreign key (account_id, bill_id) references billing.bill (account_id, id) on delete cascade
);

-- What a bill took of a month's usage; the next bill subtracts what final ones took.
create table billing.billed_usage (
  account_id        bigint          not null,
  bill_id           bigint          not null,
  subscription_id   bigint          not null,
  charge_code       text            not null,
  tariff_version_id bigint          not null,
  month             date            not null,
  quantity          numeric(24, 6)  not null,
  events            bigint          not null,
  rated             numeric(24, 12) not null,
  primary key (account_id, month, bill_id, subscription_id, charge_code, tariff_version_id),
  foreign key (account_id, bill_id) references billing.bill (account_id, id) on delete cascade
);
create index billed_usage_bill on billing.billed_usage (account_id, bill_id);

-- How far final bills charged each price of each phase.
create table billing.charged_until (
  account_id       bigint not null,
  subscription_id  bigint not null,
  phase_from       date   not null,
  price_id         bigint not null,
  offer_version_id bigint not null,
  service_id       text,
  until            date   not null,
  primary key (account_id, subscription_id, phase_from, price_id)
);

create table billing.number_series (
  seller      text   not null,
  series      text   not null,
  next_number bigint not null default 1,
  primary key (seller, series)
);
-- Who took which numbers.
create table billing.number_block (
  seller       text        not null,
  series       text        not null,
  first_number bigint      not null,
  size         bigint      not null check (size > 0),
  run_id       bigint      not null references billing.bill_run (id),
  taken_at     timestamptz not null default now(),
  primary key (seller, series, first_number)
);

-- An issued document never changes: it carries what it showed of seller, buyer, tax and texts.
create table billing.invoice (
  account_id  bigint         not null,
  id          bigint         not null,
  customer_id bigint         not null,
  run_id      bigint         not null references billing.bill_run (id),
  seller_nip  text           not null,
  number      text           not null,
  issued_on   date           not null,
  due_on      date           not null,
  cycle_start date           not null,
  cycle_end   date           not null,
  currency    char(3)        not null,
  net         numeric(19, 4) not null,
  tax         numeric(19, 4) not null,
  gross       numeric(19, 4) not null,
  buyer_name  text           not null,
  account_number text        not null,
  seller      jsonb          not null,
  buyer       jsonb          not null,
  primary key (account_id, id),
  unique (seller_nip, number)
);
create unique index invoice_id on billing.invoice (id);
create index invoice_number on billing.invoice (number text_pattern_ops);
create index invoice_latest on billing.invoice (issued_on desc, number desc);
create index invoice_run on billing.invoice (run_id, id);
create index invoice_customer on billing.invoice (customer_id, issued_on desc, number desc);

create table billing.invoice_line (
  account_id   bigint          not null,
  invoice_id   bigint          not null,
  line         integer         not null,
  text_en      text            not null,
  text_pl      text            not null,
  service_id   text,
  period_start date            not null,
  period_end   date            not null,
  quantity     numeric(24, 6),
  unit         text,
  net          numeric(19, 4)  not null,
  vat_label    text            not null,
  primary key (account_id, invoice_id, line),
  foreign key (account_id, invoice_id) references billing.invoice (account_id, id)
);

create table billing.invoice_tax (
  account_id bigint         not null,
  invoice_id bigint         not null,
  line       integer        not null,
  percent    numeric(5, 2)  not null,
  label      text           not null,
  net        numeric(19, 4) not null,
  tax        numeric(19, 4) not null,
  rounding   numeric(19, 4) not null,
  primary key (account_id, invoice_id, line),
  foreign key (account_id, invoice_id) references billing.invoice (account_id, id)
);

create sequence billing.manual_charge_seq start with 50 increment by 50;
create table billing.manual_charge (
  id           bigint         primary key,
  request_key  text           not null unique,
  account_id   bigint         not null,
  code         text           not null,
  charged_on   date           not null,
  net          numeric(19, 4) not null,
  currency     char(3)        not null,
  text_en      text           not null,
  text_pl      text           not null,
  vat_category text           not null,
  entered_by   text           not null,
  entered_at   timestamptz    not null,
  bill_id      bigint,
  version      integer        not null default 0
);
create index manual_charge_open on billing.manual_charge (account_id, charged_on) where bill_id is null;
