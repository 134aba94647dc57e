package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one array per column, for PostgreSQL's {@code unnest}. A column in which every row is empty is not sent. The
 * arrays have the exact type of their elements, for only then does the driver send them in binary.
 */
final class Unnested<T> {

    private record Column(String name, String type, Object[] values) {}

    private final Collection<T> rows;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, String> empty = new HashMap<>();

    private long shape;
    private int names;

    Unnested(Collection<T> rows) {
        this.rows = rows;
    }

    Unnested<T> longs(String name, Function<T, @Nullable Long> column) {
        return add(name, "bigint", Long[]::new, column);
    }

    Unnested<T> ints(String name, Function<T, @Nullable Integer> column) {
        return add(name, "int4", Integer[]::new, column);
    }

    Unnested<T> shorts(String name, Function<T, @Nullable Short> column) {
        return add(name, "int2", Short[]::new, column);
    }

    Unnested<T> flags(String name, Function<T, @Nullable Boolean> column) {
        return add(name, "bool", Boolean[]::new, column);
    }

    Unnested<T> texts(String name, Function<T, @Nullable String> column) {
        return add(name, "text", String[]::new, column);
    }

    Unnested<T> bytes(String name, Function<T, byte @Nullable []> column) {
        return add(name, "bytea", byte[][]::new, column);
    }

    @SuppressWarnings("NullAway") // The array goes to the driver, for which null is a value like any other.
    private <V> Unnested<T> add(
            String name, String type, IntFunction<V[]> array, Function<T, ? extends @Nullable V> column) {
        @Nullable V[] values = array.apply(rows.size());
        boolean any = false;
        int at = 0;
        for (T row : rows) {
            V value = column.apply(row);
            values[at++] = value;
            any |= value != null;
        }
        names++;
        shape = shape << 1 | (any ? 1 : 0);
        if (any) {
            columns.add(new Column(name, type, values));
        } else {
            empty.put(name, "null::" + type);
        }
        return this;
    }

    /** Which columns are sent, as bits behind those of other tables. */
    long shape(long others) {
        return others << names | shape;
    }

    boolean any() {
        return !rows.isEmpty();
    }

    /** {@code unnest(?::bigint[], …) as v(id, …)} */
    String from() {
        return columns.stream()
                        .map(column -> "?::" + column.type() + "[]")
                        .collect(Collectors.joining(", ", "unnest(", ")"))
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", " as v(", ")"));
    }

    /** How a column is written in what is selected. */
    String value(String name) {
        return empty.getOrDefault(name, "v." + name);
    }

    /** A column of milliseconds as a moment. */
    String moment(String name) {
        return empty.containsKey(name) ? "null::timestamptz" : "to_timestamp(v." + name + " / 1000.0)";
    }

    /** Sets the parameters from here on; returns the next one. */
    int bind(Connection connection, PreparedStatement statement, int from) throws SQLException {
        int next = from;
        for (Column column : columns) {
            statement.setArray(next++, connection.createArrayOf(column.type(), column.values()));
        }
        return next;
    }
}
