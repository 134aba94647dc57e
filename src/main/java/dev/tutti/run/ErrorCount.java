package dev.tutti.run;

import dev.tutti.engine.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many runs of a scenario ended as errors in a row. Only scenarios whose owner wants them switched off are counted;
 * warnings, test runs and runs that a Commit or Rollback ended do not count.
 */
final class ErrorCount {

    /** After one of these the next run cannot fare better, so they count as many. */
    private static final Set<String> FATAL = Stream.of(
                    Failure.Kind.INCONSISTENCY,
                    Failure.Kind.OPERATIONS_LIMIT_EXCEEDED,
                    Failure.Kind.DATA_SIZE_LIMIT_EXCEEDED,
                    Failure.Kind.MAX_RESULTS_EXCEEDED,
                    Failure.Kind.INVALID_CONFIGURATION,
                    Failure.Kind.INVALID_ACCESS_TOKEN,
                    Failure.Kind.UNEXPECTED)
            .map(Failure.Kind::type)
            .collect(Collectors.toSet());

    static final int MANY = 1_000_000;

    private ErrorCount() {}

    /** Counts the end of a run. */
    static void note(Connection connection, long scenario, boolean failed, @Nullable RunError error)
            throws SQLException {
        if (!failed) {
            reset(connection, scenario);
            return;
        }
        lock(connection, scenario);
        boolean fatal = error != null && FATAL.contains(error.kind());
        Sql.execute(
                connection,
                "update run_lane set errors = errors + ? where scenario_id = ? and errors < " + MANY,
                fatal ? MANY : 1,
                scenario);
    }

    static void reset(Connection connection, long scenario) throws SQLException {
        Sql.update(connection, "update run_lane set errors = 0 where scenario_id = ? and errors > 0", scenario);
    }

    static long of(Connection connection, long scenario) throws SQLException {
        return Sql.number(connection, "select coalesce(max(errors), 0) from run_lane where scenario_id = ?", scenario);
    }

    /** Lets nobody else decide about runs of this scenario before the transaction is over. */
    static void lock(Connection connection, long scenario) throws SQLException {
        Sql.update(connection, "insert into run_lane (scenario_id) values (?) on conflict do nothing", scenario);
        Sql.any(connection, "select scenario_id from run_lane where scenario_id = ? for update", scenario);
    }
}
