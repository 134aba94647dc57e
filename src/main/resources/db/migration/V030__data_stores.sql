-- Tables that scenarios read and write.
create table data_store (
    id bigint not null primary key,
    workspace_id bigint not null,
    name varchar(120) not null,
    created_at timestamp with time zone not null
);

create table data_store_record (
    id bigint not null primary key,
    store_id bigint not null references data_store (id) on delete cascade,
    record_key varchar(255) not null,
    data bytea not null,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    unique (store_id, record_key)
);

-- Records are listed in the order in which they came.
create index data_store_record_order on data_store_record (store_id, id);

-- What a module call wrote and was answered, so that the same call after a crash changes nothing and hears the same.
create table data_store_call (
    run_id bigint not null,
    path varchar(400) not null,
    answer bytea not null,
    written_at timestamp with time zone not null,
    primary key (run_id, path)
);

create index data_store_call_age on data_store_call (written_at);
