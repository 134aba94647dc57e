create index run_open on run (ended_at);
