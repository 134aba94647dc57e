-- What a webhook asks of its callers and does with their requests: one ciphertext, because most of it is secrets.
create table hook_rules (
    scenario_id bigint primary key,
    rules bytea not null,
    learning_until timestamp with time zone
);

-- Requests that wait: for the scenario's schedule, or because a minute had too many. Without a head the body holds
-- bundles. batch is the key of the run that is being made of them.
create table hook_queue (
    id bigint primary key,
    scenario_id bigint not null,
    received_at timestamp with time zone not null,
    head text,
    body bytea not null,
    dedup_key varchar(300),
    batch varchar(300)
);

create index hook_queue_of_scenario on hook_queue (scenario_id, id);

-- Keys of requests that were queued, so that a repetition is known after it has left the queue.
create table hook_seen (
    dedup_key varchar(300) primary key,
    seen_at timestamp with time zone not null
);

-- How many requests of the minute were let through.
create table hook_minute (
    scenario_id bigint primary key,
    current_minute bigint not null,
    used integer not null
);

-- What came in and what was answered, for a few days.
create table hook_request (
    id bigint primary key,
    scenario_id bigint not null,
    received_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    status integer not null,
    run_id bigint,
    entry bytea not null
);

create index hook_request_of_scenario on hook_request (scenario_id, id);
create index hook_request_expiry on hook_request (expires_at);
