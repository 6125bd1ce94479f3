-- A bank entry that became a payment was told twice, in bank_entry and in payment. Now every entry
-- of a statement, and every payment that came otherwise, is one row of one table; payment and
-- bank_entry are views of it. One unique key still keeps an entry from being recorded twice,
-- whatever it is taken for.
alter table payments.payment rename to entry;
alter table payments.entry
  add column kind       text   not null default 'PAYMENT',
  -- Of entries that a statement told; null for payments that came otherwise.
  add column format     text,
  add column given      boolean,
  add column likeness   text,
  add column batch      text,
  add column position   int,
  -- The payment that a return takes back.
  add column payment_id bigint,
  alter column method drop not null;

-- Laws of payments; what is no payment belongs to nobody and settles nothing.
do $$
declare
  law record;
begin
  for law in select conname from pg_constraint
              where conrelid = 'payments.entry'::regclass and contype = 'c'
  loop
    execute format('alter table payments.entry drop constraint %I', law.conname);
  end loop;
end $$;

-- What became a payment.
update payments.entry e
   set format = b.format, given = b.given, likeness = b.likeness, batch = b.batch,
       position = b.position
  from payments.bank_entry b
 where b.kind = 'PAYMENT' and e.source = b.own_account and e.reference = b.entry_key;
do $$
declare
  lost text;
begin
  select b.own_account || ' ' || b.entry_key into lost
    from payments.bank_entry b
   where not exists (select 1 from payments.entry e
                      where e.source = b.own_account and e.reference = b.entry_key)
         and b.kind = 'PAYMENT'
      or exists (select 1 from payments.entry e
                  where e.source = b.own_account and e.reference = b.entry_key)
         and b.kind <> 'PAYMENT'
   limit 1;
  if lost is not null then
    raise exception 'Bank entry % and its payment do not fit', lost;
  end if;
end $$;

-- The others get numbers of the same sequence, and who refers to them the new ones. The ledger is
-- not written again: its sources 'bank-entry/...' of before have the old numbers; new ones begin
-- with 'entry/'.
create temporary table renumbered on commit drop as
  select b.id as old, s.last_value + row_number() over (order by b.id) as id
    from payments.bank_entry b, payments.payment_seq s where b.kind <> 'PAYMENT';
select setval('payments.payment_seq', s.last_value + 50 * ceil(r.count / 50.0)::bigint)
  from payments.payment_seq s, (select count(*) from renumbered) r where r.count > 0;
insert into payments.entry (id, source, reference, kind, amount, unallocated, currency, received_on,
    value_on, payer_name, payer_account, detail, statement_id, file_id, created_at, created_by,
    format, given, likeness, batch, position, payment_id)
  select r.id, b.own_account, b.entry_key, b.kind, b.amount, 0, b.currency, b.booked_on,
         b.booked_on, b.other_name, b.other_account, b.detail, b.statement_id, b.file_id,
         coalesce(f.arrived_at, now()), coalesce(f.arrived_by, 'migration'),
         b.format, b.given, b.likeness, b.batch, b.position, b.payment_id
    from payments.bank_entry b
    join renumbered r on r.old = b.id
    left join payments.statement_file f on f.file_id = b.file_id;
alter table payments.cash_deposit drop constraint cash_deposit_bank_entry_id_key;
update payments.cash_deposit d set bank_entry_id = r.id from renumbered r where r.old = d.bank_entry_id;
alter table payments.cash_deposit add unique (bank_entry_id);
update payments.refund d set bank_entry_id = r.id from renumbered r where r.old = d.bank_entry_id;
drop table payments.bank_entry;

alter table payments.entry
  add constraint entry_kind check (
    case when kind = 'PAYMENT'
         then amount > 0 and unallocated >= 0 and returned >= 0 and refunded >= 0
              and unallocated + returned + refunded <= amount and method is not null
         else kind in ('RETURN', 'OUTGOING', 'CHARGE', 'COLLECTION', 'DEPOSIT')
              and account_id is null and unallocated = 0 and returned = 0 and refunded = 0
              and format is not null end),
  add constraint entry_told check (
    format is null or given is not null and likeness is not null and batch is not null
                      and position is not null);

alter index payments.payment_told rename to entry_told_once;
-- A return looks for a payment of its amount; an entry without a reference for one of its day,
-- amount and other account that was told in another format. Of these, day and amount find few.
alter index payments.payment_amount rename to entry_amount;
drop index payments.payment_unmatched;
create index payment_unmatched on payments.entry (id)
  where account_id is null and returned = 0 and kind = 'PAYMENT';
create index entry_besides_payments on payments.entry (file_id, position) where kind <> 'PAYMENT';
create index entry_likeness_alone on payments.entry (likeness) where not given;
create index entry_batch on payments.entry (source, batch) where batch <> '';
create constraint trigger entry_payment_checked
  after insert or update of payment_id on payments.entry
  deferrable initially deferred for each row when (new.payment_id is not null)
  execute function payments.check_entry_payment();

create view payments.payment as
  select id, source, reference, method, account_id, customer_id, rule, unmatched, amount,
         unallocated, returned, refunded, currency, received_on, value_on, payer_name,
         payer_account, credited_to, detail, statement_id, file_id, created_at, created_by, version
    from payments.entry where kind = 'PAYMENT';

-- Every booked entry of every statement.
create view payments.bank_entry as
  select id, source as own_account, reference as entry_key, format, given, likeness, batch, kind,
         amount, currency, received_on as booked_on, payer_name as other_name,
         payer_account as other_account, detail, payment_id, statement_id, file_id, position
    from payments.entry where format is not null;
