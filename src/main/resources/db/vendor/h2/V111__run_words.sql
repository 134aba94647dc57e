-- The words of each run once.
create table run_word (
    word varchar(40) not null,
    run_id bigint not null,
    primary key (word, run_id)
);
