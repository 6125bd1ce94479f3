-- How documents reached their payers, try by try.

create table billing.delivery (
  account_id   bigint      not null,
  invoice_id   bigint      not null,
  -- The run delivers once; each "send again" is one more.
  attempt      integer     not null check (attempt > 0),
  run_id       bigint      references billing.bill_run (id),
  channel      text        not null check (channel in ('SELF_CARE', 'EMAIL', 'PAPER')),
  recipient    text,
  language     char(2)     not null check (language in ('pl', 'en')),
  -- The key of the mail; its way is followed among the outgoing mails.
  mail_key     text        unique,
  -- Why it went another way than the account says, or not at all.
  detour       text        check (detour in ('NO_ADDRESS', 'HELD')),
  delivered_at timestamptz not null,
  delivered_by text        not null,
  primary key (account_id, invoice_id, attempt),
  foreign key (account_id, invoice_id) references billing.invoice (account_id, id),
  check ((channel = 'EMAIL') = (mail_key is not null))
);
create index delivery_run on billing.delivery (run_id, channel, account_id);

alter table billing.bill_run
  add column delivery_by      text,
  add column delivery_at      timestamptz,
  add column delivered_at     timestamptz,
  add check (delivery_at is null or status = 'FINAL');
