alter table run_text add column lexemes tsvector;
create index run_text_lexemes on run_text using gin (lexemes);
