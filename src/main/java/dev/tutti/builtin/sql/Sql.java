package dev.tutti.builtin.sql;

import dev.tutti.connection.Credentials.Database;
import dev.tutti.connector.Failures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the modules for databases have in common: the connection, the transaction of the run, the failures. */
@Component
final class Sql {

    static final String ICON = "database";
    static final String TINT = "#1F4E79";
    private static final int TIMEOUT_SECONDS = 120;

    private final SqlConnections connections;
    private final Blobs blobs;

    Sql(SqlConnections connections, Blobs blobs) {
        this.connections = connections;
        this.blobs = blobs;
    }

    interface Work {
        Outcome with(Open open) throws SQLException, IOException;
    }

    /** Columns with their values; the order of both is the same. */
    record Cells(List<String> columns, List<Value> values) {

        static Cells of(Value pairs) {
            Map<String, Value> cells = new LinkedHashMap<>();
            if (pairs instanceof Fields fields) {
                cells.putAll(fields.fields());
            } else if (pairs instanceof Items items) {
                items.items().forEach(item -> {
                    if (item instanceof Fields pair && !text(pair.get("name")).isBlank()) {
                        cells.put(text(pair.get("name")).strip(), pair.get("value"));
                    }
                });
            }
            cells.values().removeIf(Nothing.IGNORE::equals);
            return new Cells(List.copyOf(cells.keySet()), List.copyOf(cells.values()));
        }

        boolean isEmpty() {
            return columns.isEmpty();
        }
    }

    /** A connection in the middle of a call. */
    final class Open {

        private final Connection connection;
        private final Database database;
        private final Invocation invocation;

        private Open(Connection connection, Database database, Invocation invocation) {
            this.connection = connection;
            this.database = database;
            this.invocation = invocation;
        }

        Dialect dialect() {
            return Dialect.of(database);
        }

        /** The rows that a statement gives, or a single one with the number of rows it changed. */
        List<Fields> execute(String sql, List<? extends Value> values, int limit) throws SQLException, IOException {
            try (PreparedStatement statement = prepare(connection.prepareStatement(sql), values)) {
                statement.setMaxRows(limit);
                if (!statement.execute()) {
                    return List.of(affected(statement.getUpdateCount()));
                }
                try (ResultSet result = statement.getResultSet()) {
                    return Rows.read(result, limit, invocation.zone());
                }
            }
        }

        Fields change(String sql, List<? extends Value> values) throws SQLException, IOException {
            try (PreparedStatement statement = prepare(connection.prepareStatement(sql), values)) {
                return affected(statement.executeUpdate());
            }
        }

        /** The same, with what the database filled in: the whole row in PostgreSQL, the number given in MariaDB. */
        Fields insert(String sql, List<? extends Value> values) throws SQLException, IOException {
            try (PreparedStatement statement =
                    prepare(connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS), values)) {
                int changed = statement.executeUpdate();
                try (ResultSet made = statement.getGeneratedKeys()) {
                    List<Fields> rows = Rows.read(made, 1, invocation.zone());
                    return affected(changed).with("row", rows.isEmpty() ? Fields.EMPTY : rows.getFirst());
                }
            }
        }

        private PreparedStatement prepare(PreparedStatement statement, List<? extends Value> values)
                throws SQLException, IOException {
            try {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                new Parameters(dialect(), invocation.zone(), blobs).set(statement, values);
                return statement;
            } catch (SQLException | IOException failed) {
                statement.close();
                throw failed;
            }
        }
    }

    /** Does something that counts with the run: at once, or at the end of its cycle. */
    Outcome change(Invocation invocation, Work work) {
        return guarded(
                invocation,
                database -> invocation
                        .transaction(
                                "sql|" + invocation.connection().orElseThrow(),
                                () -> SqlTransaction.open(connections, database))
                        .call(connection -> work.with(new Open(connection, database, invocation))));
    }

    /** Asks something. What the run has changed so far is seen only by those who ask through {@link #change}. */
    Outcome ask(Invocation invocation, Work work) {
        return guarded(invocation, database -> {
            try (Connection connection = connections.open(database)) {
                return work.with(new Open(connection, database, invocation));
            }
        });
    }

    private interface Attempt {
        Outcome on(Database database) throws Exception;
    }

    private Outcome guarded(Invocation invocation, Attempt attempt) {
        Optional<Database> database = connections.of(invocation);
        if (database.isEmpty()) {
            return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.connection.gone");
        }
        try {
            return attempt.on(database.get());
        } catch (SqlTransaction.Broken broken) {
            return new Outcome.Failed(SqlFailure.of(broken.cause(), database.get(), invocation));
        } catch (SQLException failed) {
            return new Outcome.Failed(SqlFailure.of(failed, database.get(), invocation));
        } catch (IOException unreadable) {
            return Failures.fail(invocation, Failure.Kind.DATA, "builtin.file.gone");
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Fields affected(int rows) {
        return Fields.of("affected", Num.of(Math.max(0, rows)));
    }

    static String text(Value value) {
        return value instanceof Text(String text) ? text : "";
    }
}
