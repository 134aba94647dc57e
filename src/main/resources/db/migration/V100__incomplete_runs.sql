-- Runs, and bundles of runs, that failed and can go on. kind, state and how are the ordinals of Incomplete's enums.
create table incomplete (
    id bigint primary key,
    scenario_id bigint not null,
    run_id bigint not null,
    carrier_id bigint,
    kind smallint not null,
    module integer not null,
    path text not null,
    error_kind varchar(200) not null,
    error_message text not null,
    error_advice text,
    error_detail text,
    error_said text,
    state smallint not null,
    attempts integer not null,
    max_attempts integer not null,
    pause_seconds bigint,
    next_try_at timestamp with time zone,
    asked smallint default 0 not null,
    created_at timestamp with time zone not null,
    how smallint,
    resolved_at timestamp with time zone
);

create index incomplete_of_scenario on incomplete (scenario_id, state);
create index incomplete_of_run on incomplete (run_id);
create index incomplete_of_carrier on incomplete (carrier_id);

-- Where a run takes what was done before from: the run it goes on with or repeats.
create table run_origin (
    run_id bigint primary key,
    base_id bigint not null,
    base_path text,
    base_module integer,
    outputs bytea
);

-- What a waiting run is told: the answer of a scenario that it called.
create table run_signal (
    run_id bigint not null,
    path text not null,
    answer bytea not null,
    primary key (run_id, path)
);

-- Runs that are to be run again at their time.
create table replay (
    id bigint primary key,
    run_id bigint not null,
    version varchar(10) not null,
    due_at timestamp with time zone not null,
    author_id bigint not null,
    author_name varchar(300) not null
);

-- One row per scenario that has had incomplete runs, or counts its errors: what its retries lock, and how many runs
-- ended as errors in a row.
create table run_lane (
    scenario_id bigint primary key,
    errors integer default 0 not null,
    off_reason text,
    off_at timestamp with time zone
);

alter table run add column parent_id bigint;
alter table run add column parent_path text;
alter table run add column error_said text;
create index run_origin_base on run_origin (base_id);
create index run_of_parent on run (parent_id);
