-- The last row of each workspace's chain: whoever adds a row locks this one first.
create table audit_head (
    workspace_id bigint primary key references workspace (id),
    number bigint not null,
    hash varchar(64) not null
);
insert into audit_head (workspace_id, number, hash) values (1, 0, '');

create table audit (
    workspace_id bigint not null references workspace (id),
    number bigint not null,
    happened_at timestamp with time zone not null,
    user_id bigint,
    what varchar(100) not null,
    subject varchar(500) not null,
    hash varchar(64) not null,
    primary key (workspace_id, number)
);
