package dev.tutti.builtin.sql;

import dev.tutti.connection.Credentials.Database;
import dev.tutti.connector.Failures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.outbound.ForbiddenAddress;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;

/** Why a database did not do it, as the failure that scenarios know; by the classes of SQLSTATE (ISO 9075, part 2). */
final class SqlFailure {

    private SqlFailure() {}

    static Failure of(SQLException failed, Database database, Invocation invocation) {
        String host = database.host();
        Optional<ForbiddenAddress> forbidden = cause(failed, ForbiddenAddress.class);
        if (forbidden.isPresent()) {
            return Failure.of(
                    Failure.Kind.INVALID_CONFIGURATION,
                    forbidden.get().refusal().message(invocation.locale()));
        }
        String state = String.valueOf(failed.getSQLState());
        String said = String.valueOf(failed.getMessage()).strip();
        if (failed instanceof SQLTimeoutException
                || state.equals("57014")
                || cause(failed, SocketTimeoutException.class).isPresent()) {
            return Failures.of(invocation, Failure.Kind.MODULE_TIMEOUT, "builtin.sql.timeout", host);
        }
        if (state.startsWith("28")) {
            return Failures.of(invocation, Failure.Kind.INVALID_ACCESS_TOKEN, "builtin.sql.denied", host);
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("null")) {
            return Failures.of(invocation, Failure.Kind.CONNECTION, "builtin.sql.unreachable", host)
                    .withDetail(said);
        }
        if (state.startsWith("3D") || state.equals("42000") && failed.getErrorCode() == 1049) {
            return Failures.of(
                            invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.sql.database", database.database())
                    .withDetail(said);
        }
        // MySQL and MariaDB say 23000 for every broken constraint; 1062 is the duplicate.
        if (state.equals("23505") || failed.getErrorCode() == 1062) {
            return Failures.of(invocation, Failure.Kind.DUPLICATE_DATA, "builtin.sql.duplicate")
                    .withDetail(said);
        }
        if (state.startsWith("23") || state.startsWith("22")) {
            return Failures.of(invocation, Failure.Kind.DATA, "builtin.sql.data")
                    .withDetail(said);
        }
        if (state.startsWith("40")) {
            return Failures.of(invocation, Failure.Kind.CONNECTION, "builtin.sql.conflict")
                    .withDetail(said);
        }
        return Failures.of(invocation, Failure.Kind.RUNTIME, "builtin.sql.statement")
                .withDetail(said);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failed, Class<T> wanted) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return Optional.of(wanted.cast(cause));
            }
        }
        return Optional.empty();
    }
}
