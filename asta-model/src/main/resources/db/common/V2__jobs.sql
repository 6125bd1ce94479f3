-- Long work and what it leaves: progress of batch jobs, imported files, rejected records, mail.

create table common.job_run (
  execution_id bigint      primary key,
  instance_id  bigint      not null,
  job          text        not null,
  parameters   jsonb       not null default '{}',
  started_by   text        not null,
  restart_of   bigint,
  created_at   timestamptz not null default now(),
  stopped_by   text
);
create index job_run_instance on common.job_run (instance_id, execution_id desc);

-- A row per step and lane (threads of a partitioned step write to rows of their own), written in
-- the transaction that did the work, so that a restarted job goes on counting where it was.
create table common.job_progress (
  instance_id bigint      not null,
  step        text        not null,
  lane        smallint    not null,
  total       bigint,
  done        bigint      not null default 0,
  rejected    bigint      not null default 0,
  updated_at  timestamptz not null default now(),
  primary key (instance_id, step, lane)
);

create table common.import_file (
  id          bigint generated always as identity primary key,
  kind        text        not null,
  name        text        not null,
  sha256      text        not null,
  size_bytes  bigint      not null,
  path        text        not null default '',
  accepted_at timestamptz not null default now(),
  accepted_by text        not null,
  unique (kind, sha256)
);

create table common.suspense (
  id         bigint generated always as identity primary key,
  subsystem  text        not null,
  source     text        not null,
  position   text,
  reason     text        not null,
  detail     text,
  raw        text,
  status     text        not null default 'OPEN' check (status in ('OPEN', 'DISMISSED', 'REPROCESSED')),
  created_at timestamptz not null default now(),
  closed_at  timestamptz,
  closed_by  text
);
create index suspense_open on common.suspense (id desc) where status = 'OPEN';
create index suspense_source on common.suspense (source, id);

-- SENDING is written before the mail server is spoken to: a mail whose fate a crash left unknown
-- stays there for a person to decide, and is never sent twice by itself.
create table common.mail (
  id          bigint generated always as identity primary key,
  unique_key  text        not null unique,
  recipient   text        not null,
  subject     text        not null,
  text_body   text        not null,
  html_body   text,
  status      text        not null default 'QUEUED'
              check (status in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN')),
  attempts    smallint    not null default 0,
  next_at     timestamptz not null default now(),
  last_error  text,
  created_at  timestamptz not null default now(),
  sent_at     timestamptz
);
create index mail_queued on common.mail (next_at, id) where status = 'QUEUED';
create index mail_status on common.mail (status, id desc);
create index mail_recipient on common.mail (lower(recipient), id desc);
