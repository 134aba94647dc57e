-- The address of a scenario: a hash of the token to find it by, its ciphertext to show it.
create table webhook (
    scenario_id bigint primary key,
    token_hash bytea not null unique,
    token_cipher bytea not null,
    created_at timestamp with time zone not null
);

-- A draft that waits for the next request.
create table capture (
    scenario_id bigint primary key,
    version_id bigint not null,
    expires_at timestamp with time zone not null
);

-- Raised with every change that makes a remembered route wrong, so that every process learns of it.
create table route_change (
    id integer primary key,
    number bigint not null
);

insert into route_change (id, number) values (1, 0);
