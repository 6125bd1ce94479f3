-- What every subsystem stands on: messages out and in, the audit trail, logins, the operator.

create table common.outbox (
  id          bigint generated always as identity primary key,
  message_id  uuid        not null default uuidv7(),
  destination text        not null,
  type        text        not null,
  properties  jsonb       not null default '{}',
  body        text        not null,
  created_at  timestamptz not null default now(),
  sent_at     timestamptz
);
create unique index outbox_message_id on common.outbox (message_id);
create index outbox_unsent on common.outbox (id) where sent_at is null;

create table common.inbox (
  consumer    text        not null,
  message_id  text        not null,
  received_at timestamptz not null default now(),
  primary key (consumer, message_id)
);

create table common.audit_entry (
  id           bigint generated always as identity primary key,
  subject_type text        not null,
  subject_id   bigint      not null,
  action       text        not null,
  field        text,
  old_value    text,
  new_value    text,
  actor        text        not null,
  at           timestamptz not null default now()
);
create index audit_entry_subject on common.audit_entry (subject_type, subject_id, id desc);

create table common.login (
  name          text primary key check (name = lower(name)),
  password_hash text        not null,
  display_name  text        not null,
  customer_id   bigint,
  locked        boolean     not null default false,
  language      text        not null default 'pl',
  created_at    timestamptz not null default now()
);
create unique index login_customer on common.login (customer_id) where customer_id is not null;

create table common.login_role (
  name text not null references common.login (name) on delete cascade,
  role text not null,
  primary key (name, role)
);

-- One row: the seller as it stands on invoices.
create table common.operator (
  id          smallint primary key check (id = 1),
  name        text    not null,
  street      text    not null,
  postal_code text    not null,
  city        text    not null,
  country     char(2) not null,
  nip         text    not null,
  iban        text    not null,
  bank_name   text    not null,
  email       text    not null,
  phone       text    not null,
  currency    char(3) not null
);

-- Generated at first start, never in the repository: keys that sign links.
create table common.secret (
  name       text primary key,
  value      bytea       not null,
  created_at timestamptz not null default now()
);

create table common.demo_part (
  name      text primary key,
  loaded_at timestamptz not null default now()
);

insert into common.operator values
  (1, 'Operator', 'ul. Przykładowa 1', '00-001', 'Warszawa', 'PL', '5260250274',
   'PL61109010140000071219812874', 'Bank', 'kontakt@operator.example', '+48220000000', 'PLN');
