package dev.tutti.run;

import dev.tutti.engine.Failure;
import dev.tutti.engine.Said;
import dev.tutti.engine.StepPath;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    Walked finish(Execution execution, Walked outcome) {
        if (outcome instanceof Walked.Settled && execution.overfull) {
            parts.deactivation().full(execution.row.run().scenario(), parts.mostIncompletes());
        }
        switch (outcome) {
            case Walked.Settled(Standing standing) when standing.sleeps() -> sleeps(execution);
            case Walked.Settled(Standing standing) when !standing.status().ended() -> stands(execution, standing);
            case Walked.Settled(Standing standing) -> {
                parts.executions().remove(execution);
                if (standing.status() == RunStatus.ERROR && execution.countsErrors()) {
                    parts.deactivation().check(execution.executable, execution.row.run());
                }
                ended(execution.row.with(standing), execution.caller, execution.executable.replies());
            }
            case Walked.Left(Commit why) -> left(execution, why);
        }
        return outcome;
    }

    private void sleeps(Execution execution) {
        long id = execution.row.id();
        parts.executions().keep(id, execution.caller);
        parts.executions().remove(execution);
        if (execution.interrupted) {
            count(id);
        }
        if (parts.executions().closing()) {
            execution.caller.answer.complete(new Started.Answer.Accepted());
        }
        live.changed(execution.row.scenario(), id);
        if (execution.stops()) {
            stop(new RunId(id));
        }
    }

    /** It goes on only when somebody or a retry says so; who waits for it is told so. */
    private void stands(Execution execution, Standing standing) {
        parts.executions().remove(execution);
        RunRow row = execution.row.with(standing);
        Caller caller = execution.caller;
        if (!caller.replied()) {
            boolean failed = execution.executable.replies();
            caller.answer.complete(
                    failed ? new Started.Answer.Failed(new RunId(row.id())) : new Started.Answer.Accepted());
        }
        live.changed(row.scenario(), row.id());
        publish(row.run());
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
        publish(run);
    }

    private void publish(Run run) {
        try {
            parts.events().accept(new RunEnded(run.id(), run.scenario(), run.status(), run.cause(), run.test()));
        } catch (RuntimeException listener) {
            LOG.warn("Somebody failed who was told that run {} ended", run.id(), listener);
        }
    }

    /** Wakes the run of a lane that is next, if anything keeps it still it will find out itself. */
    void nextInLane(ScenarioId scenario) {
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
    void hopeless(RunReader.Stored stored) {
        RunError error = RunError.of(
                Failure.Kind.INVALID_CONFIGURATION,
                Locale.ENGLISH,
                new Said(Message.of("run.error.version"), Optional.of(Message.of("run.error.version.advice"))));
        end(stored.run().id(), RunStatus.ERROR, error);
    }

    /** Stops a run after the operation it is in, wherever it is; one that waits or stands incomplete ends at once. */
    boolean stop(RunId id) {
        Optional<Execution> here = parts.executions().find(id.value());
        if (here.isPresent()) {
            here.get().stop();
            // It may just have gone to sleep without looking; then it is ended like one that had slept for long.
            if (parts.executions().find(id.value()).isPresent()) {
                return true;
            }
        }
        try (Connection connection = parts.database().getConnection()) {
            String stop = "update run set stopping = true where id = ? and ended_at is null";
            if (Sql.update(connection, stop, id.value()) == 0) {
                return false;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Run " + id + " could not be stopped", failure);
        }
        end(id, RunStatus.STOPPED, null);
        parts.executions().find(id.value()).ifPresent(Execution::stop);
        return true;
    }

    /** Ends a run that nobody executes, together with what depends on it. */
    private void end(RunId id, RunStatus status, @Nullable RunError error) {
        boolean[] ended = {false};
        try {
            Sql.together(parts.database(), connection -> ended[0] = end(connection, id.value(), status, error));
        } catch (SQLException failure) {
            throw new IllegalStateException("Run " + id + " could not be ended", failure);
        }
        if (ended[0]) {
            parts.reader()
                    .find(id.value())
                    .ifPresent(now -> ended(
                            RunRow.of(now, Standing.of(now)),
                            parts.executions().caller(id.value()),
                            status == RunStatus.ERROR));
        }
    }

    private boolean end(Connection connection, long id, RunStatus status, @Nullable RunError error)
            throws SQLException {
        int changed = Sql.execute(
                connection,
                "update run set status = ?, ended_at = current_timestamp, until_at = null, error_kind = coalesce(?,"
                        + " error_kind), error_message = coalesce(?, error_message), error_advice = coalesce(?,"
                        + " error_advice), error_said = coalesce(?, error_said)"
                        + " where id = ? and ended_at is null and owner is null",
                status.ordinal(),
                Sql.kind(error),
                Sql.message(error),
                Sql.advice(error),
                Sql.said(error),
                id);
        if (changed == 0) {
            return false;
        }
        Release.forget(connection, id);
        Signals.forget(connection, id);
        Optional<Incomplete> item = parts.incompletes().carriedBy(id);
        if (item.isPresent()) {
            boolean stopped = status == RunStatus.STOPPED;
            Incomplete.How how = stopped ? Incomplete.How.GIVEN_UP : Incomplete.How.ENDED;
            parts.notes().over(connection, item.get().id(), how);
        }
        RunReader.Stored stored = parts.reader().find(id).orElseThrow();
        Parent parent = stored.parent();
        if (parent != null && parent.path() != null) {
            RunRow row = RunRow.of(stored, Standing.of(stored));
            Standing now = new Standing(status, null, null, 0, 0, error, null);
            Signals.tell(
                    connection, parent.run(), StepPath.parse(parent.path()), CallAnswer.of(row, now, Fields.EMPTY));
        }
        scrub(connection, stored, item);
        return true;
    }

    private void scrub(Connection connection, RunReader.Stored stored, Optional<Incomplete> item) throws SQLException {
        boolean confidential = parts.plans()
                .find(stored.run().versionId())
                .filter(executable -> executable.blueprint().settings().confidential())
                .isPresent();
        if (confidential) {
            Scrub.free(connection, stored.run().id().value());
            if (item.isPresent()) {
                Scrub.free(connection, item.get().run().value());
            }
        }
    }
}
