-- Where a polling trigger has come to, outside the blueprint. Without a position, but begun, it is at the very
-- beginning. pending is where it will be once the run of pending_key is accepted; before_run is where it goes back to
-- when the run that was fed last fails; busy_until keeps two polls apart.
create table poll_position (
    scenario_id bigint not null,
    module integer not null,
    ref varchar(200) not null,
    begun boolean default false not null,
    position text,
    serial bigint default 0 not null,
    pending_key varchar(300),
    pending text,
    run_id bigint,
    before_run text,
    cycles_left integer default 0 not null,
    busy_until timestamp with time zone,
    chosen varchar(20),
    chosen_at timestamp with time zone,
    primary key (scenario_id, module)
);

create index poll_position_of_run on poll_position (run_id);

-- Polls that found nothing: no run, only a number a day.
create table poll_check (
    scenario_id bigint not null,
    on_day date not null,
    checks integer not null,
    last_at timestamp with time zone not null,
    primary key (scenario_id, on_day)
);
