-- Devices by serial number: where each is, what it is for, and every step that brought it there.

create sequence warehouse.location_seq start with 50 increment by 50;
create table warehouse.location (
  id        bigint primary key,
  code      text    not null unique,
  name      text    not null,
  parent_id bigint references warehouse.location (id),
  shippable boolean not null default true
);
create index location_parent on warehouse.location (parent_id);

create sequence warehouse.product_model_seq start with 50 increment by 50;
create table warehouse.product_model (
  id             bigint primary key,
  code           text    not null unique,
  name           text    not null,
  manufacturer   text    not null,
  kind           text    not null,
  serial_pattern text    not null,
  reorder_level  integer not null check (reorder_level >= 0),
  version        integer not null
);

create sequence warehouse.receipt_seq start with 50 increment by 50;
create table warehouse.receipt (
  id               bigint primary key,
  request_key      text        not null unique,
  product_model_id bigint      not null references warehouse.product_model (id),
  location_id      bigint      not null references warehouse.location (id),
  delivery_note    text        not null,
  received_at      timestamptz not null,
  received_by      text        not null,
  accepted         integer     not null,
  rejected         integer     not null
);
create index receipt_newest on warehouse.receipt (received_at desc);

create table warehouse.receipt_line (
  receipt_id    bigint  not null references warehouse.receipt (id),
  line_number   integer not null,
  serial_number text    not null,
  rejection     text,
  primary key (receipt_id, line_number)
);

create sequence warehouse.stock_item_seq start with 50 increment by 50;
create table warehouse.stock_item (
  id               bigint primary key,
  serial_number    text        not null,
  product_model_id bigint      not null references warehouse.product_model (id),
  location_id      bigint      not null references warehouse.location (id),
  status           text        not null,
  reserved_for     text,
  received_at      timestamptz not null,
  version          integer     not null,
  constraint stock_item_serial unique (serial_number),
  check ((status in ('RESERVED', 'PICKED')) = (reserved_for is not null) or status = 'SHIPPED')
);
-- The oldest first: what a reservation takes.
create index stock_item_available on warehouse.stock_item (product_model_id, received_at, id)
  where status = 'AVAILABLE';
-- A subject holds one item of a model at a time, however often it asks.
create unique index stock_item_reserved_once on warehouse.stock_item (reserved_for, product_model_id)
  where status in ('RESERVED', 'PICKED');
create index stock_item_reserved_for on warehouse.stock_item (reserved_for);
create index stock_item_place on warehouse.stock_item (location_id, product_model_id, status);

create sequence warehouse.stock_movement_seq start with 50 increment by 50;
create table warehouse.stock_movement (
  id            bigint primary key,
  stock_item_id bigint      not null references warehouse.stock_item (id),
  at            timestamptz not null,
  actor         text        not null,
  from_status   text,
  to_status     text        not null,
  location_id   bigint      not null references warehouse.location (id),
  reference     text
);
create index stock_movement_item on warehouse.stock_movement (stock_item_id, id desc);
