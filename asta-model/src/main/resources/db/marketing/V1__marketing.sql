-- Targets, campaigns to frozen recipients, suppression, surveys.

create sequence marketing.target_seq start with 50 increment by 50;
create table marketing.target (
  id              bigint primary key,
  name            text        not null,
  kind            text        check (kind in ('INDIVIDUAL', 'ORGANISATION')),
  city            text,
  language        text        check (language in ('pl', 'en')),
  offer_code      text,
  registered_from date,
  registered_to   date,
  consent_purpose text,
  created_at      timestamptz not null,
  created_by      text        not null,
  version         integer     not null default 0,
  check (registered_from < registered_to)
);

create sequence marketing.survey_seq start with 50 increment by 50;
create table marketing.survey (
  id         bigint primary key,
  title_en   text        not null,
  title_pl   text        not null,
  intro_en   text,
  intro_pl   text,
  -- The questions as one JSON document: it never changes once the survey is open.
  questions  text        not null,
  status     text        not null check (status in ('DRAFT', 'OPEN', 'CLOSED')),
  created_at timestamptz not null,
  created_by text        not null,
  opened_at  timestamptz,
  closed_at  timestamptz,
  version    integer     not null default 0
);

create sequence marketing.campaign_seq start with 50 increment by 50;
create table marketing.campaign (
  id           bigint primary key,
  name         text        not null,
  target_id    bigint      not null references marketing.target (id),
  survey_id    bigint      references marketing.survey (id),
  subject_en   text        not null,
  subject_pl   text        not null,
  body_en      text        not null,
  body_pl      text        not null,
  status       text        not null check (status in ('DRAFT', 'SENDING', 'SENT')),
  execution_id bigint,
  created_at   timestamptz not null,
  created_by   text        not null,
  started_at   timestamptz,
  frozen_at    timestamptz,
  finished_at  timestamptz,
  version      integer     not null default 0
);
create index campaign_target on marketing.campaign (target_id);
create index campaign_survey on marketing.campaign (survey_id);

-- The snapshot: one row for a customer, decided once, in the transaction that queues the mail.
create table marketing.campaign_recipient (
  campaign_id     bigint      not null references marketing.campaign (id),
  customer_id     bigint      not null references customers.customer (id),
  status          text        not null default 'PENDING'
                  check (status in ('PENDING', 'QUEUED', 'SKIPPED')),
  skip_reason     text,
  decided_at      timestamptz,
  unsubscribed_at timestamptz,
  responded_at    timestamptz,
  primary key (campaign_id, customer_id)
);
create index campaign_recipient_customer
  on marketing.campaign_recipient (customer_id, decided_at desc);

-- Addresses that get no marketing, whoever owns them.
create table marketing.suppression (
  address    text primary key check (address = lower(address)),
  reason     text        not null,
  created_at timestamptz not null default now()
);

create table marketing.survey_response (
  id          bigint generated always as identity primary key,
  survey_id   bigint      not null references marketing.survey (id),
  customer_id bigint      not null references customers.customer (id),
  language    text        not null,
  answered_at timestamptz not null,
  unique (survey_id, customer_id)
);

create table marketing.survey_answer (
  response_id bigint   not null references marketing.survey_response (id),
  question    smallint not null,
  choice      smallint not null default 0,
  text        text,
  primary key (response_id, question, choice)
);
