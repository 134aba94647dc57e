-- What an authorization server gave for a connection, encrypted.
create table oauth_token (
    connection_id bigint not null primary key references connection (id) on delete cascade,
    secret bytea not null,
    changed_at timestamp with time zone not null
);

-- Who was sent to an authorization server and has not come back yet.
create table oauth_visit (
    state varchar(64) not null primary key,
    connection_id bigint not null references connection (id) on delete cascade,
    user_id bigint not null,
    secret bytea not null,
    ends_at timestamp with time zone not null
);
