-- Variables of the workspace. content is the value as text, the way its type writes it.
create table workspace_variable (
    id bigint primary key,
    workspace_id bigint not null references workspace (id),
    name varchar(128) not null,
    type varchar(10) not null,
    content text not null,
    changed_at timestamp with time zone not null,
    unique (workspace_id, name)
);

-- What each was set to and by whom: a person, or a run.
create table workspace_variable_change (
    id bigint primary key,
    variable_id bigint not null references workspace_variable (id) on delete cascade,
    content text not null,
    changed_at timestamp with time zone not null,
    user_id bigint,
    run_id bigint
);
create index workspace_variable_changes on workspace_variable_change (variable_id, id);
