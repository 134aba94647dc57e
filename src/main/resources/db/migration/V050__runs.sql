-- One row per process that runs scenarios: its lease, by the database's clock.
create table node (
    id bigint primary key,
    epoch integer not null,
    host varchar(200) not null,
    started_at timestamp with time zone not null,
    expires_at timestamp with time zone not null
);

-- One row per run. cause and status are the ordinals of Cause and RunStatus; owner is the node that executes it now.
create table run (
    id bigint primary key,
    scenario_id bigint not null,
    version_id bigint not null,
    version_number integer,
    scenario_name varchar(1000) not null,
    cause smallint not null,
    status smallint not null,
    sequential boolean not null,
    owner bigint,
    attempts smallint default 0 not null,
    stopping boolean default false not null,
    started_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    until_at timestamp with time zone,
    operations integer not null,
    bytes bigint not null,
    error_module integer,
    error_kind varchar(200),
    error_message text,
    error_advice text,
    error_detail text,
    replay_of bigint,
    reply bytea
);

create index run_of_scenario on run (scenario_id, id);

-- The journal, many operations to a row; the first row of a run holds its input too.
create table run_chunk (
    run_id bigint not null,
    seq integer not null,
    first_entry bigint not null,
    entries integer not null,
    input bytea,
    data bytea not null,
    primary key (run_id, seq)
);

-- What must make one run only, however often it is ordered.
create table run_dedup (
    dedup_key varchar(300) primary key,
    run_id bigint not null,
    used_at timestamp with time zone default current_timestamp not null
);
