package dev.tutti.run;

import dev.tutti.engine.Said;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
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

    static @Nullable String said(@Nullable RunError error) {
        return error == null ? null : text(error.said().map(Said::stored).orElse(null));
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

    /** Whether a query answers any row. */
    static boolean any(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
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

    /** The same with parameters of any sort; a moment goes as an OffsetDateTime. */
    static int execute(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Does all of it or nothing, in a transaction of its own. */
    static void together(DataSource database, Write.Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                work.in(connection);
                connection.commit();
                done = true;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    private static void fill(PreparedStatement statement, long... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setLong(i + 1, parameters[i]);
        }
    }
}
