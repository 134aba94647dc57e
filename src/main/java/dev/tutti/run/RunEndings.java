package dev.tutti.run;

import dev.tutti.engine.Failure;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when a run leaves memory: callers are answered, watchers told, the next of its lane called. */
final class RunEndings {

    private static final Logger LOG = LoggerFactory.getLogger(RunEndings.class);

    private final RunParts parts;
    private final LiveHub live;

    RunEndings(RunParts parts, LiveHub live) {
        this.parts = parts;
        this.live = live;
    }

    Execution.Outcome finish(Execution execution, Execution.Outcome outcome) {
        switch (outcome) {
            case Execution.Outcome.Settled(Standing standing) when standing.sleeps() -> sleeps(execution);
            case Execution.Outcome.Settled(Standing standing) -> {
                parts.executions().remove(execution);
                ended(execution.row.with(standing), execution.caller, execution.executable.replies());
            }
            case Execution.Outcome.Left(Commit why) -> left(execution, why);
        }
        return outcome;
    }

    private void sleeps(Execution execution) {
        long id = execution.row.id();
        parts.executions().keep(id, execution.caller);
        parts.executions().remove(execution);
        if (execution.interrupted()) {
            count(id);
        }
        if (parts.executions().closing()) {
            execution.caller.answer.complete(new Started.Answer.Accepted());
        }
        live.changed(execution.row.scenario(), id);
    }

    /** An attempt that ran out of time counts, so that it does not go on for ever. */
    private void count(long run) {
        try (Connection connection = parts.database().getConnection()) {
            Sql.update(connection, "update run set attempts = attempts + 1 where id = ?", run);
        } catch (SQLException failure) {
            LOG.warn("An attempt of run {} was not counted: {}", run, failure.getMessage());
        }
    }

    private void left(Execution execution, Commit why) {
        Caller caller = execution.caller;
        parts.executions().remove(execution);
        if (caller.accepted.getNow(why) instanceof Commit.Done) {
            parts.executions().keep(execution.row.id(), caller);
        } else {
            caller.accepted.complete(why);
            caller.answer.complete(
                    why instanceof Commit.Duplicate ? new Started.Answer.Accepted() : new Started.Answer.Unavailable());
        }
    }

    /**
     * The row's standing is durable, and it is the last one. A reply that was given goes out with the commit that covers
     * it.
     */
    private void ended(RunRow row, Caller caller, boolean replies) {
        Run run = row.run();
        if (!caller.replied()) {
            boolean failed = replies && run.status() == RunStatus.ERROR;
            caller.answer.complete(failed ? new Started.Answer.Failed(run.id()) : new Started.Answer.Accepted());
        }
        caller.ended.complete(run);
        live.changed(row.scenario(), row.id());
        if (row.sequential()) {
            nextInLane(run.scenario());
        }
        try {
            parts.events().accept(new RunEnded(run.id(), run.scenario(), run.status(), run.cause(), run.test()));
        } catch (RuntimeException listener) {
            LOG.warn("Somebody failed who was told that run {} ended", run.id(), listener);
        }
    }

    private void nextInLane(ScenarioId scenario) {
        try (Connection connection = parts.database().getConnection();
                PreparedStatement advance =
                        connection.prepareStatement("update scheduled_tasks set execution_time = current_timestamp"
                                + " where task_name = 'run' and task_instance = ? and not picked")) {
            Optional<Long> head = parts.reader().head(scenario);
            if (head.isPresent()) {
                advance.setString(1, head.get().toString());
                advance.executeUpdate();
                parts.dispatcher().poke();
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("The next run of scenario {} waits a little longer: {}", scenario, failure.getMessage());
        }
    }

    /** Ends a waiting run that cannot go on, because its version cannot be run any more. */
    void hopeless(RunReader.Stored stored, Locale locale) {
        long id = stored.run().id().value();
        RunError error = new RunError(
                OptionalInt.empty(),
                Failure.Kind.INVALID_CONFIGURATION.type(),
                Message.of("run.error.version").in(locale),
                Optional.of(Message.of("run.error.version.advice").in(locale)),
                Optional.empty());
        try (Connection connection = parts.database().getConnection();
                PreparedStatement end = connection.prepareStatement("update run set status = ?, ended_at ="
                        + " current_timestamp, until_at = null, error_kind = ?, error_message = ?, error_advice = ?"
                        + " where id = ? and ended_at is null and owner is null")) {
            end.setInt(1, RunStatus.ERROR.ordinal());
            end.setString(2, Sql.kind(error));
            end.setString(3, Sql.message(error));
            end.setString(4, Sql.advice(error));
            end.setLong(5, id);
            if (end.executeUpdate() == 1) {
                parts.reader()
                        .find(id)
                        .ifPresent(now -> ended(
                                RunRow.of(now, Standing.of(now)),
                                parts.executions().caller(id),
                                true));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Run " + id + " could not be ended", failure);
        }
    }

    /** Stops a run after the operation it is in, wherever it is; one that waits ends at once. */
    boolean stop(RunId id) {
        Optional<Execution> here = parts.executions().find(id.value());
        if (here.isPresent()) {
            here.get().stop();
            return true;
        }
        try (Connection connection = parts.database().getConnection()) {
            String open = " where id = ? and ended_at is null";
            if (Sql.update(connection, "update run set stopping = true" + open, id.value()) == 0) {
                return false;
            }
            String end = "update run set status = " + RunStatus.STOPPED.ordinal()
                    + ", ended_at = current_timestamp, until_at = null" + open + " and owner is null";
            if (Sql.update(connection, end, id.value()) == 1) {
                Release.forget(connection, id.value());
                parts.reader()
                        .find(id.value())
                        .ifPresent(stored -> ended(
                                RunRow.of(stored, Standing.of(stored)),
                                parts.executions().caller(id.value()),
                                false));
            }
            parts.executions().find(id.value()).ifPresent(Execution::stop);
            return true;
        } catch (SQLException failure) {
            throw new IllegalStateException("Run " + id + " could not be stopped", failure);
        }
    }
}
