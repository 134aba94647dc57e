-- What was said in a run that has ended, as words with one space between them. A run without text has a row, too:
-- it was looked at.
create table run_text (
    run_id bigint primary key,
    words text not null
);

-- Runs that had not ended when it was their turn.
create table run_text_later (
    run_id bigint primary key
);

-- Up to which run all were looked at. One row.
create table run_text_mark (
    id integer primary key,
    run_id bigint not null
);
insert into run_text_mark (id, run_id) values (1, 0);

-- Which files a run has to do with, so that the others can go.
create table run_file (
    file varchar(64) not null,
    run_id bigint not null,
    primary key (file, run_id)
);
create index run_file_of_run on run_file (run_id);
