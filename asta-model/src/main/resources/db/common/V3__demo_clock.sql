-- How far a demo's business time is ahead of the machine's.
create table common.demo_clock (
  id            smallint primary key check (id = 1),
  ahead_seconds bigint not null check (ahead_seconds >= 0)
);
