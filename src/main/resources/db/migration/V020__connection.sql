create table connection (
    id bigint primary key,
    workspace_id bigint not null references workspace (id),
    name varchar(200) not null,
    type varchar(30) not null,
    shown text not null,
    secret bytea not null,
    status varchar(20) not null,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    checked_at timestamp with time zone
);

-- Something encrypted with the key file, by which a wrong key file is noticed at the start.
create table vault_proof (
    workspace_id bigint primary key references workspace (id),
    secret bytea not null
);
