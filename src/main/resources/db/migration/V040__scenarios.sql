create table scenario (
    id bigint primary key,
    workspace bigint not null,
    name varchar(120) not null,
    switched_on boolean not null,
    live_version bigint,
    revision bigint not null,
    next_number integer not null,
    changes integer not null,
    starts_by text not null,
    modules text not null,
    search_text text not null,
    -- The ids of the connections in use, each between spaces.
    draft_connections text not null,
    live_connections text not null,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    deleted_at timestamp with time zone
);

create index scenario_by_change on scenario (workspace, changed_at, id);

-- A blueprint as JSON: of a draft under the id of its scenario, of a version under the id of the version.
create table scenario_blueprint (
    id bigint primary key,
    content bytea not null
);

create table scenario_edit (
    scenario bigint not null references scenario (id),
    revision bigint not null,
    edits bytea not null,
    author_id bigint not null,
    author_name varchar(200) not null,
    made_at timestamp with time zone not null,
    primary key (scenario, revision)
);

-- A version with a number was published; one without is the snapshot of a test run, found again by its hash.
create table scenario_version (
    id bigint primary key,
    scenario bigint not null references scenario (id),
    number integer,
    hash varchar(64) not null,
    note varchar(1000),
    author_id bigint not null,
    author_name varchar(200) not null,
    created_at timestamp with time zone not null,
    unique (scenario, number)
);

create index scenario_version_by_hash on scenario_version (scenario, hash);
