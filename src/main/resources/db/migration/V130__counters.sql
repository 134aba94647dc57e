-- Counters of modules that never begin anew, by scenario and number of the module.
create table module_counter (
    scenario_id bigint not null,
    module_no integer not null,
    number bigint not null,
    primary key (scenario_id, module_no)
);

-- Which call was given which number, so that the same call after a crash hears the same.
create table module_counter_call (
    run_id bigint not null,
    path varchar(400) not null,
    number bigint not null,
    counted_at timestamp with time zone not null,
    primary key (run_id, path)
);

create index module_counter_call_age on module_counter_call (counted_at);
