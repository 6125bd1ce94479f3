-- A published tariff version is never deleted, and only versions of the engine's snapshot are
-- written: the check of every row would cost as much as the row itself.
alter table charging.usage_record drop constraint usage_record_tariff_version_id_fkey;
alter table charging.usage_total drop constraint usage_total_tariff_version_id_fkey;
-- Totals are updated in place.
alter table charging.usage_total set (fillfactor = 80);

-- A subscriber may be a login instead of a number; a call of many days has many steps.
alter table charging.usage_record alter column service_id type varchar(80);
alter table charging.usage_record alter column explanation type text;

-- While a file is read, its sums stand in a table of its own, usage_part_<file>; from time to time
-- they are folded into usage_total, slice by slice.
alter table charging.usage_file
  add column parts  bigint not null default 0,
  add column folded integer not null default 0;

-- Any CSV: how its columns become usage, made on a screen.
create sequence charging.usage_mapping_seq start with 50 increment by 50;
create table charging.usage_mapping (
  id         bigint primary key,
  code       varchar(32) not null unique,
  name       varchar(120) not null,
  content    text not null,
  sample     bytea not null,
  created_by varchar(80) not null,
  created_at timestamptz not null default now(),
  updated_by varchar(80),
  updated_at timestamptz
);

-- What a person says of a suspended line instead of what stands in it.
create table charging.usage_correction (
  suspense_id  bigint primary key,
  subscriber   varchar(80),
  destination  varchar(20),
  corrected_by varchar(80) not null,
  corrected_at timestamptz not null default now()
);

-- The latest event of each source: what is later cannot be stored yet and needs no look.
create table charging.usage_source (
  source varchar(40) primary key,
  latest timestamptz not null
);
insert into charging.usage_source select source, max(event_time) from charging.usage_record group by 1;
