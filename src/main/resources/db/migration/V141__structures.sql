-- What records of one kind look like.
create table data_structure (
    id bigint not null primary key,
    workspace_id bigint not null,
    name varchar(120) not null,
    content text not null,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null
);

-- Records that do not fit are refused; without a structure anything fits.
alter table data_store add column structure_id bigint references data_structure (id);
