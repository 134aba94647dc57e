package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How values of runs lie in columns. */
final class Sql {

    private Sql() {}

    /** PostgreSQL keeps no NUL characters in texts. */
    static @Nullable String text(@Nullable String text) {
        return text == null || text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    static @Nullable Integer module(@Nullable RunError error) {
        return error == null || error.module().isEmpty() ? null : error.module().getAsInt();
    }

    static @Nullable String kind(@Nullable RunError error) {
        return error == null ? null : error.kind();
    }

    static @Nullable String message(@Nullable RunError error) {
        return error == null ? null : text(error.message());
    }

    static @Nullable String advice(@Nullable RunError error) {
        return error == null ? null : text(error.advice().orElse(null));
    }

    static @Nullable String detail(@Nullable RunError error) {
        return error == null ? null : text(error.detail().orElse(null));
    }

    /** The one number a query answers. */
    static long number(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** How many rows a statement changed. */
    static int update(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, long... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setLong(i + 1, parameters[i]);
        }
    }
}
