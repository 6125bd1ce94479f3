-- When the import of a file was begun; null between the acceptance of a dropped file and its job,
-- so that a start of the server after a crash can begin it.
alter table common.import_file add column started_at timestamptz default now();
