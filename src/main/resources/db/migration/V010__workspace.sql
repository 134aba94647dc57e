create table workspace (
    id bigint primary key,
    name varchar(200) not null,
    created_at timestamp with time zone not null
);
insert into workspace (id, name, created_at) values (1, 'Tutti', current_timestamp);

create table users (
    id bigint primary key,
    workspace_id bigint not null references workspace (id),
    name varchar(200) not null,
    email varchar(320) not null,
    email_key varchar(320) not null unique,
    password_hash varchar(300) not null,
    role varchar(20) not null,
    language varchar(10),
    theme varchar(10) not null,
    created_at timestamp with time zone not null
);

create table api_token (
    id bigint primary key,
    workspace_id bigint not null references workspace (id),
    user_id bigint not null references users (id) on delete cascade,
    name varchar(200) not null,
    beginning varchar(20) not null,
    hash varchar(64) not null unique,
    created_at timestamp with time zone not null,
    last_used_at timestamp with time zone
);
create index api_token_user on api_token (user_id);

create table setting (
    workspace_id bigint not null references workspace (id),
    name varchar(100) not null,
    content varchar(10000) not null,
    primary key (workspace_id, name)
);
