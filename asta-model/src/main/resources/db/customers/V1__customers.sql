-- Who the operator sells to: parties, their accounts, what they agreed to, what was talked about.
-- References are checked at commit, since entities of one transaction are inserted in any order.
-- pg_trgm ships with PostgreSQL and is trusted: the owner of the database may create it.
create extension if not exists pg_trgm with schema public;

create sequence customers.customer_seq start with 50 increment by 50;
create table customers.customer (
  id                bigint primary key,
  number            varchar(20)  not null unique,
  kind              varchar(12)  not null check (kind in ('INDIVIDUAL', 'ORGANISATION')),
  given_name        varchar(80),
  family_name       varchar(80),
  organisation_name varchar(200),
  display_name      varchar(200) not null,
  sort_name         varchar(200) not null,
  nip               char(10),
  language          char(2)      not null check (language in ('pl', 'en')),
  status            varchar(12)  not null check (status in ('ACTIVE', 'CLOSED')),
  registered_at     timestamptz  not null,
  registered_by     text         not null,
  name_address_key  text         not null,
  search_text       text         not null,
  version           integer      not null,
  check (kind <> 'INDIVIDUAL' or (given_name is not null and family_name is not null)),
  check (kind <> 'ORGANISATION' or organisation_name is not null)
);
create index customer_sorted on customers.customer (sort_name, id);
create index customer_registered on customers.customer (registered_at);
create index customer_nip on customers.customer (nip) where nip is not null;
create index customer_name_address on customers.customer (name_address_key);
create index customer_search on customers.customer using gin (search_text public.gin_trgm_ops);

create sequence customers.contact_medium_seq start with 50 increment by 50;
create table customers.contact_medium (
  id          bigint primary key,
  customer_id bigint       not null references customers.customer (id)
                deferrable initially deferred,
  kind        varchar(8)   not null check (kind in ('EMAIL', 'PHONE')),
  value       varchar(254) not null,
  valid_from  date         not null,
  valid_to    date,
  check (valid_to is null or valid_to >= valid_from),
  -- one current medium of a kind; checked at commit, since the new one is inserted first
  constraint contact_medium_current exclude using btree (customer_id with =, kind with =)
    where (valid_to is null) deferrable initially deferred
);
create index contact_medium_customer on customers.contact_medium (customer_id);
create index contact_medium_value on customers.contact_medium (lower(value), kind) where valid_to is null;

create sequence customers.address_seq start with 50 increment by 50;
create table customers.address (
  id          bigint primary key,
  customer_id bigint       not null references customers.customer (id)
                deferrable initially deferred,
  street      varchar(200) not null,
  postal_code varchar(12)  not null,
  city        varchar(100) not null,
  country     char(2)      not null,
  valid_from  date         not null,
  valid_to    date,
  check (valid_to is null or valid_to >= valid_from),
  constraint address_current exclude using btree (customer_id with =)
    where (valid_to is null) deferrable initially deferred
);
create index address_customer on customers.address (customer_id);
create index address_city on customers.address (lower(city)) where valid_to is null;

create sequence customers.account_seq start with 50 increment by 50;
create table customers.account (
  id          bigint primary key,
  customer_id bigint      not null references customers.customer (id)
                deferrable initially deferred,
  number      varchar(20) not null unique,
  currency    char(3)     not null,
  shard       smallint    not null check (shard between 0 and 1023),
  opened_at   timestamptz not null
);
create index account_customer on customers.account (customer_id);

create sequence customers.consent_seq start with 50 increment by 50;
create table customers.consent (
  id          bigint primary key,
  customer_id bigint      not null references customers.customer (id)
                deferrable initially deferred,
  purpose     varchar(24) not null,
  granted     boolean     not null,
  source      varchar(12) not null check (source in ('STAFF', 'SELF_CARE', 'LINK')),
  decided_at  timestamptz not null,
  version     integer     not null,
  unique (customer_id, purpose)
);
create index consent_granted on customers.consent (purpose, customer_id) where granted;

create sequence customers.interaction_seq start with 50 increment by 50;
create table customers.interaction (
  id           bigint primary key,
  customer_id  bigint       not null references customers.customer (id)
                deferrable initially deferred,
  status       varchar(12)  not null check (status in ('PLANNED', 'DONE', 'CANCELLED')),
  channel      varchar(12)  not null,
  direction    varchar(8)   not null check (direction in ('INBOUND', 'OUTBOUND')),
  topic        varchar(16)  not null,
  summary      varchar(200) not null,
  note         text,
  reference    varchar(60),
  happens_at   timestamptz  not null,
  assigned_to  text,
  recorded_by  text         not null,
  recorded_at  timestamptz  not null,
  version      integer      not null,
  check (status <> 'PLANNED' or assigned_to is not null)
);
create index interaction_customer on customers.interaction (customer_id, happens_at desc, id desc);
create index interaction_queue on customers.interaction (assigned_to, happens_at, id)
  where status = 'PLANNED';

-- A form posted twice: the first post's key stays, the second gets its answer.
create table customers.request (
  key         varchar(80) primary key,
  fingerprint varchar(64) not null,
  subject_id  bigint,
  accepted_at timestamptz not null default now()
);
