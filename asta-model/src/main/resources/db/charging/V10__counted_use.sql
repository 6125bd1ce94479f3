-- What an online request added to counters, so that its refund takes it away again; free calls of an
-- allowance leave nothing else. A request counts a counter once, however many groups it has.
create table charging.counted_use (
  session_id      varchar(64) not null,
  request_number  integer not null,
  account_id      bigint not null,
  subscription_id bigint not null,
  period_start    date not null,
  counter         varchar(40) not null,
  units           bigint not null,
  refunded_by     integer,
  primary key (session_id, request_number, period_start, counter)
);
