-- Dunning by policies: versions for each class of customers, runs and their simulations, letters
-- kept as they were written, pauses with a reason.

create table payments.dunning_policy (
  id             bigint generated always as identity primary key,
  customer_class text        not null check (customer_class in ('CONSUMER', 'BUSINESS')),
  version        int         not null,
  -- Null while it is a draft; in force from that day until the next version's.
  valid_from     date,
  created_at     timestamptz not null default now(),
  created_by     text        not null,
  published_at   timestamptz,
  published_by   text,
  unique (customer_class, version),
  unique (customer_class, valid_from),
  check ((valid_from is null) = (published_at is null))
);
-- One draft of a class at a time.
create unique index dunning_policy_draft on payments.dunning_policy (customer_class)
  where valid_from is null;
create table payments.dunning_level (
  policy_id  bigint        not null references payments.dunning_policy on delete cascade,
  number     smallint      not null check (number between 1 and 9),
  after_days int           not null,
  minimum    numeric(19,4) not null,
  action     text          not null
    check (action in ('LETTER', 'FEE', 'BAR', 'TERMINATE', 'HAND_OVER')),
  fee        numeric(19,4) not null,
  primary key (policy_id, number)
);
insert into payments.dunning_policy
    (customer_class, version, valid_from, created_by, published_at, published_by) values
  ('CONSUMER', 1, date '2011-01-01', 'system', now(), 'system'),
  ('BUSINESS', 1, date '2011-01-01', 'system', now(), 'system');
insert into payments.dunning_level (policy_id, number, after_days, minimum, action, fee)
  select p.id, l.*
    from payments.dunning_policy p
    cross join (values (1, 7, 5, 'LETTER', 0), (2, 21, 20, 'FEE', 15), (3, 35, 50, 'BAR', 0),
                       (4, 90, 100, 'HAND_OVER', 0)) as l;

-- A level is now its number in the policy of the case.
alter table payments.financial_account drop constraint financial_account_dunning_level_check;
alter table payments.financial_account
  alter column dunning_level drop default,
  alter column dunning_level type smallint
    using case dunning_level when 'NONE' then 0 when 'REMINDER' then 1 when 'FEE' then 2 else 3 end,
  alter column dunning_level set default 0,
  add column dunning_barred boolean not null default false;
update payments.financial_account set dunning_barred = true where dunning_level = 3;
create index financial_account_shard on payments.financial_account (shard, account_id);

create table payments.dunning_pause (
  account_id bigint      primary key references payments.financial_account,
  until      date,
  reason     text        not null,
  paused_at  timestamptz not null,
  paused_by  text        not null
);
insert into payments.dunning_pause (account_id, reason, paused_at, paused_by)
  select account_id, 'paused', now(), 'system' from payments.financial_account where dunning_paused;
comment on column payments.financial_account.dunning_paused is 'a row of dunning_pause stands';

alter table payments.dunning_case
  alter column level type smallint
    using case level when 'NONE' then 0 when 'REMINDER' then 1 when 'FEE' then 2 else 3 end,
  add column policy_id      bigint references payments.dunning_policy,
  add column customer_class text,
  add column last_step_on   date,
  add column handed_over_on date;
update payments.dunning_case c set customer_class = p.customer_class, policy_id = p.id,
    last_step_on = (select max(done_on) from payments.dunning_step s
                     where s.account_id = c.account_id and s.case_id = c.id)
  from payments.dunning_policy p where p.customer_class = 'CONSUMER' and p.version = 1;
alter table payments.dunning_case
  alter column policy_id set not null,
  alter column customer_class set not null;
create index dunning_case_level on payments.dunning_case (customer_class, level)
  where closed_on is null;

alter table payments.dunning_step
  alter column level type smallint
    using case level when 'REMINDER' then 1 when 'FEE' then 2 else 3 end,
  add column action    text,
  add column done_by   text not null default 'system',
  add column reason    text not null default '',
  add column undone_at timestamptz,
  add column undone_by text;
update payments.dunning_step
  set action = case level when 1 then 'LETTER' when 2 then 'FEE' else 'BAR' end;
alter table payments.dunning_step
  alter column action set not null,
  add check (action in ('LETTER', 'FEE', 'BAR', 'TERMINATE', 'HAND_OVER', 'SKIP'));
create index dunning_step_done on payments.dunning_step (done_at desc);

-- What a simulation found and what a run did: one row for each account it had something to do with.
create table payments.dunning_run (
  id            bigint generated always as identity primary key,
  kind          text        not null check (kind in ('SIMULATION', 'RUN')),
  as_of         date        not null,
  simulation_id bigint references payments.dunning_run,
  status        text        not null default 'RUNNING' check (status in ('RUNNING', 'DONE')),
  execution_id  bigint,
  started_at    timestamptz not null,
  started_by    text        not null,
  finished_at   timestamptz
);
-- Whoever presses second finds the first one's run.
create unique index dunning_run_alone on payments.dunning_run ((1))
  where kind = 'RUN' and status = 'RUNNING';
create table payments.dunning_run_account (
  run_id         bigint        not null references payments.dunning_run on delete cascade,
  account_id     bigint        not null,
  customer_id    bigint        not null,
  number         text          not null,
  customer_class text          not null,
  level_from     smallint      not null,
  level_to       smallint      not null,
  action         text          not null,
  overdue        numeric(19,4) not null,
  currency       char(3)       not null,
  days           int           not null,
  failure        text,
  primary key (run_id, account_id)
);
create index dunning_run_account_level
  on payments.dunning_run_account (run_id, customer_class, level_to);

-- A letter is kept as it was written; its PDF is set from that. One for each level of a case.
create table payments.dunning_letter (
  id          bigint generated always as identity primary key,
  account_id  bigint      not null,
  case_id     bigint      not null,
  level       smallint    not null,
  customer_id bigint      not null,
  recipient   text        not null,
  language    char(2)     not null,
  subject     text        not null,
  content     text        not null,
  written_on  date        not null,
  written_at  timestamptz not null,
  unique (account_id, case_id, level),
  foreign key (account_id, case_id) references payments.dunning_case deferrable initially deferred
);
create index dunning_letter_customer on payments.dunning_letter (customer_id, id desc);
