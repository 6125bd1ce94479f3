-- Dunning that starts by itself: one row says when, and a run says for which day it was started so.
create table payments.dunning_schedule (
  id     smallint primary key check (id = 1),
  -- By the operator's clock; null while a person starts every run.
  run_at time,
  -- When that was said: it does not start a run for a time of the day that had passed by then.
  since  timestamptz not null default now()
);
insert into payments.dunning_schedule (id) values (1);
alter table payments.dunning_run add column scheduled_for date;
-- One such run a day, however many servers have the same thought.
create unique index dunning_run_scheduled on payments.dunning_run (scheduled_for);
