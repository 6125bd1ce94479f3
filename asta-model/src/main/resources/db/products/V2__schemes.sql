-- Recurrence, proration and terms of prices; discounts; promotions and their redemption.

alter table products.price
  drop constraint price_kind_check,
  add check (kind in ('ONE_TIME', 'RECURRING', 'USAGE', 'MINIMUM', 'DEPOSIT', 'PENALTY')),
  add column recurrence text not null default 'MONTHLY'
    check (recurrence in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
  add column proration text not null default 'DAILY'
    check (proration in ('DAILY', 'THIRTY_DAY', 'NONE')),
  add column term_months integer;
-- What a recurring price comes to in a month, as Recurrence.monthly says.
alter table products.price add column monthly numeric(19, 4) generated always as (
  case when kind <> 'RECURRING' then null
       when recurrence = 'WEEKLY' then round(amount * 52 / 12, 4)
       when recurrence = 'QUARTERLY' then round(amount / 3, 4)
       when recurrence = 'YEARLY' then round(amount / 12, 4)
       else amount end) stored;

create sequence products.discount_seq start with 50 increment by 50;
create table products.discount (
  id               bigint  primary key,
  offer_version_id bigint  not null references products.offer_version (id),
  position         integer not null,
  code             text    not null,
  name_en          text    not null,
  name_pl          text    not null,
  kind             text    not null check (kind in ('PERCENT', 'ABSOLUTE')),
  value            numeric(19, 4),
  scope            text    not null check (scope in ('RECURRING', 'ONE_TIME', 'USAGE')),
  price_code       text,
  from_month       integer not null,
  months           integer,
  condition        text    not null
    check (condition in ('ALWAYS', 'SUBSCRIPTIONS', 'USAGE', 'HELD_WITH', 'PROMOTION')),
  threshold        numeric(24, 6),
  subject          text
);
create index discount_version on products.discount (offer_version_id, position);

-- A promotion is redeemed at most as often as its limit says: the count is raised by the statement
-- that checks it.
create sequence products.promotion_seq start with 50 increment by 50;
create table products.promotion (
  id               bigint  primary key,
  code             text    not null unique check (code ~ '^[A-Z0-9-]{3,20}$'),
  name_en          text    not null,
  name_pl          text    not null,
  valid_from       date    not null,
  valid_to         date,
  redemption_limit integer not null check (redemption_limit > 0),
  redeemed         integer not null default 0 check (redeemed between 0 and redemption_limit),
  exclusive        boolean not null,
  stopped          boolean not null default false,
  optlock          integer not null,
  check (valid_to is null or valid_to > valid_from)
);
create table products.redemption (
  promotion_id bigint      not null references products.promotion (id),
  order_id     bigint      not null references products.product_order (id)
    deferrable initially deferred,
  customer_id  bigint      not null,
  redeemed_at  timestamptz not null,
  primary key (promotion_id, order_id),
  -- A customer redeems a promotion once.
  unique (promotion_id, customer_id)
);
create index redemption_order on products.redemption (order_id);

-- The promotions that an item was sold with, separated by spaces.
alter table products.order_item add column promotions text;
alter table products.subscription add column promotions text;
