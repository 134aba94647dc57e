package dev.tutti.builtin.sql;

import dev.tutti.connection.Credentials.Database;
import java.util.List;
import java.util.stream.Collectors;

/** How a product writes names and statements. Names always go in as quoted names, values always as parameters. */
enum Dialect {
    POSTGRESQL('"'),
    MARIADB('`');

    private final char quote;

    Dialect(char quote) {
        this.quote = quote;
    }

    static Dialect of(Database database) {
        return switch (database.product()) {
            case POSTGRESQL -> POSTGRESQL;
            case MARIADB -> MARIADB;
        };
    }

    /** The name of a column, exactly as it is spelt. */
    String name(String name) {
        String twice = String.valueOf(quote) + quote;
        return quote + name.replace(String.valueOf(quote), twice) + quote;
    }

    /** The name of a table, with its schema before a point where it has one. */
    String table(String name) {
        return List.of(name.split("\\.", -1)).stream().map(this::name).collect(Collectors.joining("."));
    }

    String insert(String table, List<String> columns) {
        return columns.isEmpty()
                ? "insert into " + table(table) + (this == POSTGRESQL ? " default values" : " () values ()")
                : "insert into " + table(table) + " (" + names(columns) + ") values ("
                        + columns.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")";
    }

    String upsert(String table, List<String> keys, List<String> columns) {
        List<String> others =
                columns.stream().filter(column -> !keys.contains(column)).toList();
        String insert = insert(table, columns);
        return switch (this) {
            case POSTGRESQL ->
                insert + " on conflict (" + names(keys) + ") do "
                        + (others.isEmpty() ? "nothing" : "update set " + each(others, "excluded.", ""));
            case MARIADB ->
                // Where nothing is left to change, a key is set to itself, so that the row is no error.
                insert + " on duplicate key update " + each(others.isEmpty() ? keys : others, "values(", ")");
        };
    }

    String update(String table, List<String> columns, List<String> where) {
        return "update " + table(table) + " set "
                + columns.stream().map(column -> name(column) + " = ?").collect(Collectors.joining(", "))
                + where(where);
    }

    String delete(String table, List<String> where) {
        return "delete from " + table(table) + where(where);
    }

    private String where(List<String> columns) {
        return " where " + columns.stream().map(column -> name(column) + " = ?").collect(Collectors.joining(" and "));
    }

    private String names(List<String> columns) {
        return columns.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String each(List<String> columns, String before, String after) {
        return columns.stream()
                .map(column -> name(column) + " = " + before + name(column) + after)
                .collect(Collectors.joining(", "));
    }
}
