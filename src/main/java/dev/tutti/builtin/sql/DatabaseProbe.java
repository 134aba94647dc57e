package dev.tutti.builtin.sql;

import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Credentials;
import dev.tutti.connection.Credentials.Database;
import dev.tutti.connection.Probe;
import dev.tutti.connection.Trial;
import dev.tutti.outbound.ForbiddenAddress;
import dev.tutti.value.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tries a database out by signing in. */
@Component
final class DatabaseProbe implements Probe {

    private final SqlConnections connections;

    DatabaseProbe(SqlConnections connections) {
        this.connections = connections;
    }

    @Override
    public ConnectionType type() {
        return ConnectionType.DATABASE;
    }

    @Override
    public Trial tryOut(Credentials credentials, Locale locale) {
        Database database = (Database) credentials;
        try (Connection connection = connections.fresh(database)) {
            return new Trial(
                    true,
                    Message.of("builtin.sql.works", connection.getMetaData().getDatabaseProductName())
                            .in(locale));
        } catch (SQLException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof ForbiddenAddress forbidden) {
                    return new Trial(false, forbidden.refusal().message(locale));
                }
            }
            return new Trial(
                    false,
                    Message.of("builtin.sql.trial", database.host(), String.valueOf(failed.getMessage()))
                            .in(locale));
        }
    }
}
