package dev.tutti.run;

import dev.tutti.engine.Directive;
import dev.tutti.engine.Result;
import dev.tutti.workspace.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes in the table of incomplete runs what a walk could not finish, and what it finished after all. Each note is part
 * of the commit that says where the run stands.
 */
final class IncompleteNotes {

    private static final String INSERT = "insert into incomplete (id, scenario_id, run_id, carrier_id, kind, module,"
            + " path, error_kind, error_message, error_advice, error_detail, error_said, state, attempts, max_attempts,"
            + " pause_seconds, next_try_at, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String AGAIN = "update incomplete set state = ?, error_kind = ?, error_message = ?,"
            + " error_advice = ?, error_detail = ?, error_said = ?, next_try_at = ?, asked = 0 where id = ? and state < 3";

    private static final String ALARM =
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                    + " values ('incomplete', ?, ?, false, 1) on conflict do nothing";

    private final Ids ids;
    private final Dispatcher clock;

    IncompleteNotes(Ids ids, Dispatcher clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** A whole run stands at a module that failed. */
    void stands(Connection connection, RunRow row, Result.Fault fault, RunError error) throws SQLException {
        RetrySchedule schedule = RetrySchedule.of(fault.failure().kind());
        insert(connection, row, row.id(), Incomplete.Kind.RUN, fault, error, schedule);
    }

    /** A bundle was put aside by a Break. */
    void putAside(Connection connection, RunRow row, Result.Broken broken, RunError error) throws SQLException {
        Result.Fault fault = broken.fault();
        // A run that stood somewhere after the Break names its bundles again when it ends.
        if (Sql.any(
                connection,
                "select id from incomplete where run_id = ? and kind = 1 and path = '" + fault.at() + "'",
                row.id())) {
            return;
        }
        Directive.Break then = broken.then();
        RetrySchedule schedule = new RetrySchedule(then.attempts(), Optional.of(then.interval()));
        insert(connection, row, null, Incomplete.Kind.BUNDLE, fault, error, schedule);
    }

    /** What was tried again failed in the same place. */
    void again(Connection connection, Incomplete item, Result.Fault fault, RunError error) throws SQLException {
        RetrySchedule schedule = new RetrySchedule(item.maxAttempts(), item.pause());
        Optional<Instant> next = next(schedule, item.attempts(), fault);
        Sql.execute(
                connection,
                AGAIN,
                state(next).ordinal(),
                error.kind(),
                Sql.message(error),
                Sql.advice(error),
                Sql.detail(error),
                Sql.said(error),
                moment(next),
                item.id().value());
        if (next.isPresent()) {
            alarm(connection, item.id(), item.attempts(), next.get());
        }
    }

    /** It went on and came through; how it was asked to go on is how it came to its end. */
    void cameThrough(Connection connection, IncompleteId item) throws SQLException {
        Sql.execute(
                connection,
                "update incomplete set state = 3, how = asked, resolved_at = ?, next_try_at = null"
                        + " where id = ? and state < 3",
                clock.now().atOffset(ZoneOffset.UTC),
                item.value());
    }

    /** It has come to its end; false when it had before. */
    boolean over(Connection connection, IncompleteId item, Incomplete.How how) throws SQLException {
        boolean wentOn = how == Incomplete.How.WENT_ON;
        return Sql.execute(
                        connection,
                        "update incomplete set state = ?, how = ?, resolved_at = ?, next_try_at = null"
                                + " where id = ? and state < 3",
                        (wentOn ? Incomplete.State.RESOLVED : Incomplete.State.DROPPED).ordinal(),
                        how.ordinal(),
                        clock.now().atOffset(ZoneOffset.UTC),
                        item.value())
                == 1;
    }

    /** Lets an item's alarm ring; each attempt has an alarm of its own, for the last one may be ringing still. */
    void alarm(Connection connection, IncompleteId item, int attempts, Instant at) throws SQLException {
        Sql.execute(connection, ALARM, item + "." + attempts, at.atOffset(ZoneOffset.UTC));
    }

    private void insert(
            Connection connection,
            RunRow row,
            @Nullable Long carrier,
            Incomplete.Kind kind,
            Result.Fault fault,
            RunError error,
            RetrySchedule schedule)
            throws SQLException {
        IncompleteId id = new IncompleteId(ids.next());
        Optional<Instant> next = next(schedule, 0, fault);
        Sql.execute(
                connection,
                INSERT,
                id.value(),
                row.scenario(),
                row.id(),
                carrier,
                kind.ordinal(),
                fault.module(),
                fault.at().toString(),
                error.kind(),
                Sql.message(error),
                Sql.advice(error),
                Sql.detail(error),
                Sql.said(error),
                state(next).ordinal(),
                0,
                schedule.attempts(),
                schedule.every().map(Duration::toSeconds).orElse(null),
                moment(next),
                clock.now().atOffset(ZoneOffset.UTC));
        if (next.isPresent()) {
            alarm(connection, id, 0, next.get());
        }
    }

    private Optional<Instant> next(RetrySchedule schedule, int done, Result.Fault fault) {
        return schedule.next(done, fault.failure().retryAfter()).map(clock.now()::plus);
    }

    private static Incomplete.State state(Optional<Instant> next) {
        return next.isPresent() ? Incomplete.State.SCHEDULED : Incomplete.State.UNRESOLVED;
    }

    private static @Nullable Object moment(Optional<Instant> at) {
        return at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
