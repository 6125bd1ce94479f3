-- Discounts, minimums, terms and deposits on bills; manual charges with a reason and four eyes.

alter table billing.bill_item
  -- The line a discount reduces; per cent of a discount, null for an absolute one.
  add column reduces_line     integer,
  add column discount_percent numeric(19, 4),
  -- The deposit that is given back.
  add column deposit_id       bigint;

-- A deposit is held from the invoice that asked it until a bill sets it off or a person returns it.
create table billing.deposit (
  account_id       bigint         not null,
  id               bigint         generated always as identity,
  bill_id          bigint         not null,
  line             integer        not null,
  subscription_id  bigint         not null,
  service_id       text,
  offer_version_id bigint         not null,
  code             text           not null,
  net              numeric(19, 4) not null check (net > 0),
  currency         char(3)        not null,
  text_en          text           not null,
  text_pl          text           not null,
  vat_category     text           not null,
  status           text           not null default 'HELD'
    check (status in ('HELD', 'SET_OFF', 'RETURNED')),
  closed_by_bill   bigint,
  primary key (account_id, id),
  unique (account_id, bill_id, line),
  foreign key (account_id, bill_id) references billing.bill (account_id, id),
  check ((status = 'SET_OFF') = (closed_by_bill is not null))
);
-- Lets a chunk of invoices find its few deposits without reading all its items.
create index bill_item_deposit on billing.bill_item (account_id, bill_id)
  where kind in ('DEPOSIT', 'DEPOSIT_RETURN');
create unique index deposit_id on billing.deposit (id);
create index deposit_held on billing.deposit (account_id) where status = 'HELD';

alter table billing.policy
  -- Net above which another person has to approve a manual charge or credit; null for no limit.
  add column manual_limit numeric(19, 4) check (manual_limit >= 0);

alter table billing.manual_charge
  add column status      text not null default 'ACCEPTED'
    check (status in ('ACCEPTED', 'PROPOSED', 'REJECTED')),
  add column reason_text text,
  add column decided_by  text,
  add column decided_at  timestamptz,
  add check (status = 'ACCEPTED' or bill_id is null);
create index manual_charge_waiting on billing.manual_charge (entered_at) where status = 'PROPOSED';
create index manual_charge_of on billing.manual_charge (account_id, id desc);
