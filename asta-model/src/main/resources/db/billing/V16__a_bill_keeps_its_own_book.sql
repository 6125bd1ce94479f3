-- A bill says itself what it takes: how far prices are charged once it is an invoice, what it took
-- of each month's usage, which entered charges are on it. What it says holds as soon as there is an
-- invoice of its id, and nothing else is written then: bills never change.

-- What moved how far prices are charged besides bills: accounts taken over from another system, a
-- payer's book that goes on from the owner's, what a credit note gave back. It lies on top of the
-- latest bill's word until the next bill has taken it in.
create table billing.charged_change (
  account_id       bigint  not null,
  id               bigint  generated always as identity,
  subscription_id  bigint  not null,
  phase_from       date    not null,
  price_id         bigint  not null,
  offer_version_id bigint  not null,
  service_id       text,
  -- Whose charge it is; null for the account's own.
  owner_account_id bigint,
  until            date    not null,
  -- True if a price is charged no further than that, false if at least as far.
  lowered          boolean not null,
  primary key (account_id, id)
);

alter table billing.bill
  -- [subscription, phase from, price, offer version, service, until, owner], days as 20260131.
  add column charged   json   not null default '[]',
  -- [subscription, charge code, tariff version, month, quantity, events, rated]
  add column used      json   not null default '[]',
  -- Ids of the entered charges on it.
  add column entered   json   not null default '[]',
  -- The last of the account's changes that the bill has taken in.
  add column change_id bigint not null default 0,
  -- True if it asks deposits or gives them back.
  add column deposits  boolean not null default false;

update billing.bill b set used = u.used
  from (select account_id, bill_id,
               json_agg(json_build_array(subscription_id, charge_code, tariff_version_id,
                 to_char(month, 'YYYYMMDD')::integer, quantity, events, rated)
                 order by month, subscription_id, charge_code, tariff_version_id) as used
          from billing.billed_usage group by account_id, bill_id) u
 where b.account_id = u.account_id and b.id = u.bill_id;

update billing.bill b set entered = i.entered
  from (select account_id, bill_id, json_agg(manual_charge_id order by line) as entered
          from billing.bill_item where manual_charge_id is not null group by account_id, bill_id) i
 where b.account_id = i.account_id and b.id = i.bill_id;

update billing.bill b set deposits = true
 where exists (select 1 from billing.bill_item i where i.account_id = b.account_id
                  and i.bill_id = b.id and i.kind in ('DEPOSIT', 'DEPOSIT_RETURN'));
drop index billing.bill_item_deposit;

-- The latest final bill of an account says what is charged now; a draft, what will be then.
create temporary table book on commit drop as
  select b.account_id, b.id as bill_id, c.subscription_id, c.phase_from, c.price_id,
         c.offer_version_id, c.service_id, c.until, c.owner_account_id
    from billing.bill b join billing.charged_until c on c.account_id = b.account_id
   where b.status = 'DRAFT'
      or not exists (select 1 from billing.bill l where l.account_id = b.account_id
                        and l.status = 'FINAL' and l.cycle_start > b.cycle_start);
create unique index book_key
  on book (bill_id, subscription_id, phase_from, price_id);
insert into book
  select b.account_id, b.id, i.subscription_id, i.phase_from, i.price_id,
         max(i.offer_version_id), max(i.service_id),
         case when bool_or(i.kind = 'CREDIT') then min(i.period_start) else max(i.period_end) end,
         max(i.owner_account_id)
    from billing.bill b
    join billing.bill_item i on i.account_id = b.account_id and i.bill_id = b.id
   where b.status = 'DRAFT' and i.price_id is not null
   group by b.account_id, b.id, i.subscription_id, i.phase_from, i.price_id
  on conflict (bill_id, subscription_id, phase_from, price_id) do update set until = excluded.until;
update billing.bill b set charged = k.charged
  from (select account_id, bill_id,
               json_agg(json_build_array(subscription_id, to_char(phase_from, 'YYYYMMDD')::integer,
                 price_id, offer_version_id, service_id, to_char(until, 'YYYYMMDD')::integer,
                 owner_account_id) order by subscription_id, phase_from, price_id) as charged
          from book group by account_id, bill_id) k
 where b.account_id = k.account_id and b.id = k.bill_id;
insert into billing.charged_change (account_id, subscription_id, phase_from, price_id,
    offer_version_id, service_id, owner_account_id, until, lowered)
  select c.account_id, c.subscription_id, c.phase_from, c.price_id, c.offer_version_id,
         c.service_id, c.owner_account_id, c.until, false
    from billing.charged_until c
   where not exists (select 1 from billing.bill b
                      where b.account_id = c.account_id and b.status = 'FINAL');

drop table billing.charged_until;
drop table billing.billed_usage;

-- A bill is final as soon as there is an invoice of its id, which has its number; what a trial made
-- of an account stays what it was.
alter table billing.bill drop column status, drop column invoice_number, reset (fillfactor);
update billing.bill_run_account set status = 'DRAFTED' where status = 'FINAL';
alter table billing.bill_run_account
  drop constraint bill_run_account_status_check,
  add constraint bill_run_account_status_check check
    (status in ('PENDING', 'DRAFTED', 'EMPTY', 'CARRIED', 'HELD', 'QUARANTINED')),
  set (fillfactor = 50);
