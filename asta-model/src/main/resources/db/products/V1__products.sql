-- Catalogue, orders and the inventory of what customers hold.

create sequence products.specification_seq start with 50 increment by 50;
create sequence products.offer_seq start with 50 increment by 50;
create sequence products.offer_version_seq start with 50 increment by 50;
create sequence products.price_seq start with 50 increment by 50;
create sequence products.bundle_item_seq start with 50 increment by 50;
create sequence products.product_order_seq;
create sequence products.order_item_seq start with 50 increment by 50;
create sequence products.subscription_seq start with 50 increment by 50;
create sequence products.subscription_phase_seq start with 50 increment by 50;

create table products.specification (
  id             bigint primary key,
  code           text not null unique,
  name_en        text not null,
  name_pl        text not null,
  description_en text not null default '',
  description_pl text not null default '',
  fulfilment     text not null check (fulfilment in ('NONE', 'FIBRE', 'MOBILE'))
);

-- specification_id is null for a bundle: it consists of offers.
create table products.offer (
  id               bigint primary key,
  code             text   not null unique,
  specification_id bigint references products.specification (id),
  optlock          integer not null
);

create table products.offer_version (
  id             bigint  primary key,
  offer_id       bigint  not null references products.offer (id),
  version        integer not null check (version > 0),
  status         text    not null check (status in ('IN_DESIGN', 'ACTIVE', 'OBSOLETE', 'REJECTED')),
  name_en        text    not null,
  name_pl        text    not null,
  description_en text    not null default '',
  description_pl text    not null default '',
  fulfilment     text    not null check (fulfilment in ('NONE', 'FIBRE', 'MOBILE')),
  prepaid        boolean not null,
  bundle         boolean not null,
  valid_from     date    not null,
  valid_to       date,
  published_at   timestamptz,
  published_by   text,
  optlock        integer not null,
  unique (offer_id, version),
  check (valid_to is null or valid_to >= valid_from),
  check ((status in ('ACTIVE', 'OBSOLETE')) = (published_at is not null))
);
-- At most one draft of an offer at a time.
create unique index offer_version_draft on products.offer_version (offer_id)
  where status = 'IN_DESIGN';
create index offer_version_sold on products.offer_version (valid_from, valid_to)
  where status = 'ACTIVE';

create table products.price (
  id               bigint primary key,
  offer_version_id bigint  not null references products.offer_version (id),
  position         integer not null,
  kind             text    not null check (kind in ('ONE_TIME', 'RECURRING', 'USAGE')),
  code             text    not null,
  name_en          text    not null,
  name_pl          text    not null,
  amount           numeric(19, 4),
  currency         char(3) not null,
  in_advance       boolean not null,
  tariff_code      text,
  vat_category     text    not null
);
create index price_version on products.price (offer_version_id, position);

create table products.bundle_item (
  id               bigint primary key,
  offer_version_id bigint  not null references products.offer_version (id),
  position         integer not null,
  member_code      text    not null references products.offer (code),
  min_count        integer not null,
  max_count        integer not null,
  default_count    integer not null
);
create index bundle_item_version on products.bundle_item (offer_version_id, position);

-- The key by which a form posted twice finds the order of its first time.
create table products.order_request (
  request_key text primary key,
  order_id    bigint not null
);

create table products.product_order (
  id            bigint primary key,
  number        text   not null unique,
  request_key   text   not null unique references products.order_request (request_key),
  action        text   not null check (action in ('ADD', 'MODIFY', 'TERMINATE')),
  account_id    bigint not null,
  customer_id   bigint not null,
  wished_on     date   not null,
  status        text   not null check (status in ('IN_PROGRESS', 'COMPLETED', 'PARTIAL', 'CANCELLED')),
  process_key   text,
  placed_at     timestamptz not null,
  placed_by     text   not null,
  completed_at  timestamptz,
  cancel_reason text,
  optlock       integer not null
);
create index product_order_customer on products.product_order (customer_id, id desc);
create index product_order_open on products.product_order (id) where status = 'IN_PROGRESS';

create table products.order_item (
  id               bigint primary key,
  order_id         bigint  not null references products.product_order (id),
  position         integer not null,
  parent_id        bigint  references products.order_item (id) deferrable initially deferred,
  offer_version_id bigint  not null references products.offer_version (id),
  service_id       text,
  included         boolean not null,
  status           text    not null check (status in ('PENDING', 'COMPLETED', 'CANCELLED')),
  subscription_id  bigint
);
create index order_item_order on products.order_item (order_id, position);
-- Two open orders cannot be promised the same number.
create unique index order_item_number on products.order_item (service_id)
  where status = 'PENDING' and service_id is not null;

create table products.subscription (
  id           bigint primary key,
  account_id   bigint  not null,
  customer_id  bigint  not null,
  bundle_id    bigint  references products.subscription (id) deferrable initially deferred,
  included     boolean not null,
  service_id   text,
  prepaid      boolean not null,
  status       text    not null check (status in ('ACTIVE', 'BARRED', 'TERMINATED')),
  activated_on date    not null,
  ends_on      date,
  bar_reason   text,
  optlock      integer not null,
  check (ends_on is null or ends_on > activated_on)
);
create index subscription_account on products.subscription (account_id, id);
create index subscription_customer on products.subscription (customer_id, id);
create index subscription_ending on products.subscription (ends_on)
  where status <> 'TERMINATED' and ends_on is not null;
create index subscription_service on products.subscription (service_id);
-- A number belongs to one living subscription.
create unique index subscription_number on products.subscription (service_id)
  where status <> 'TERMINATED' and service_id is not null;

create table products.subscription_phase (
  id               bigint primary key,
  subscription_id  bigint not null references products.subscription (id),
  account_id       bigint not null,
  position         integer not null,
  offer_version_id bigint not null references products.offer_version (id),
  starts_on        date   not null,
  ends_on          date,
  unique (subscription_id, starts_on),
  check (ends_on is null or ends_on > starts_on)
);
create index subscription_phase_account on products.subscription_phase (account_id, starts_on);
create index subscription_phase_version on products.subscription_phase (offer_version_id);
