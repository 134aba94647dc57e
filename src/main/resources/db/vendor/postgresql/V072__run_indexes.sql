-- Unfinished runs and failed ones are few among many.
create index run_open on run (id) where ended_at is null;
create index run_failed on run (id) where status in (3, 5, 6);

-- What is big is compressed before it comes here.
alter table run_chunk alter column data set storage external;
alter table run_chunk alter column input set storage external;
