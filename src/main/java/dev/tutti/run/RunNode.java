package dev.tutti.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tutti.engine.Modules;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process as one that executes runs: what it accepts, what it takes up again, what it gives back. */
final class RunNode {

    /** A run that a process died over so often is not tried again. */
    static final int MOST_ATTEMPTS = 10;

    private static final Duration LANE_PAUSE = Duration.ofMillis(250);
    private static final int LONGEST_LANE_PAUSE = 40;
    private static final Logger LOG = LoggerFactory.getLogger(RunNode.class);

    /** What a node is made of. */
    record Parts(
            DataSource database,
            RunTables tables,
            Lease lease,
            Committer committer,
            RunReader reader,
            Inlet inlet,
            Scenarios scenarios,
            Modules modules,
            Ids ids,
            Clock clock,
            Consumer<Object> events,
            int limit) {}

    final LiveHub live;
    private final Parts parts;
    private final Executions executions;
    private final Dispatcher dispatcher;
    private final Cache<Long, Caller> callers =
            Caffeine.newBuilder().weakValues().build();
    private volatile boolean closing;
    private volatile boolean open;
    private @Nullable Thread beat;

    RunNode(Parts parts) {
        this.parts = parts;
        this.executions = new Executions(parts.limit());
        this.dispatcher =
                new Dispatcher(parts.database(), parts.tables(), parts.lease().owner().node(), this::resume);
        this.live = new LiveHub(this::snapshot, parts.reader());
    }

    /** From now on runs are accepted and taken up. */
    void open() throws SQLException {
        parts.lease().open();
        parts.committer().start();
        parts.lease().takeOver();
        followClock();
        dispatcher.start();
        beat = Thread.ofPlatform().name("beat").daemon().start(this::beat);
        open = true;
    }

    /** Whether runs can be accepted now. */
    boolean ready() {
        return open && !closing && parts.lease().fresh();
    }

    /** Lets operations that are under way finish, gives their runs back and ends. */
    void close() throws InterruptedException {
        closing = true;
        open = false;
        live.close();
        dispatcher.pause();
        executions.all().forEach(Execution::leave);
        Instant patience = Instant.now().plusSeconds(20);
        while (!executions.all().isEmpty() && Instant.now().isBefore(patience)) {
            Thread.sleep(20);
        }
        dispatcher.stop();
        if (beat != null) {
            beat.interrupt();
        }
        parts.committer().close();
        parts.lease().close();
    }

    Started start(RunOrder order) {
        Executable executable = parts.scenarios()
                .plan(order.version())
                .orElseThrow(() -> new IllegalArgumentException("There is no version " + order.version()));
        boolean sequential = executable.blueprint().settings().sequential();
        Instant now = parts.clock().instant();
        RunRow row = new RunRow(
                parts.ids().next(),
                executable.version().scenario().value(),
                order.version().value(),
                executable.version().number().isPresent()
                        ? executable.version().number().getAsInt()
                        : null,
                executable.scenarioName(),
                order.cause(),
                sequential,
                now.toEpochMilli(),
                order.replayOf().map(RunId::value).orElse(null),
                Standing.running());
        Caller caller = new Caller();
        RunJournal journal = new RunJournal(
                parts.committer(),
                parts.lease(),
                row,
                order.dedupKey().orElse(null),
                Inlet.write(order.input()),
                executable.blueprint().settings().confidential());
        Execution execution = new Execution(
                row, executable, journal, order.input().bundles(), caller, false, parts.clock());
        if (closing) {
            caller.accepted.complete(new Commit.Failed(new IllegalStateException("Tutti is stopping")));
            caller.answer.complete(new Started.Answer.Unavailable());
        } else if (sequential || !executions.tryEnter()) {
            queue(execution);
        } else {
            executions.add(execution);
            announce(execution);
            Thread.ofVirtual().name("run-", row.id()).start(() -> {
                try {
                    finish(execution, execution.walk(parts.modules()));
                } finally {
                    executions.exit();
                }
            });
        }
        return new Here(row.id(), caller, execution, executions, parts.reader());
    }

    private void queue(Execution execution) {
        long id = execution.row.id();
        callers.put(id, execution.caller);
        announce(execution);
        var unused = execution.journal.queue().thenRun(dispatcher::poke);
    }

    /** Those who look on are told once the run is durable. */
    private void announce(Execution execution) {
        var unused = execution.caller.accepted.thenAccept(commit -> {
            if (commit instanceof Commit.Done) {
                live.changed(execution.row.scenario(), execution.row.id());
            }
        });
    }

    /** Called by the dispatcher for a run that waited. */
    private Dispatcher.Next resume(long id) {
        RunReader.Stored stored = parts.reader().find(id).orElse(null);
        if (stored == null || stored.run().status().ended() || executions.find(id).isPresent()) {
            return new Dispatcher.Next.Done();
        }
        if (closing) {
            return new Dispatcher.Next.Again(dispatcher.now());
        }
        if (stored.sequential()) {
            int ahead = parts.reader().ahead(stored.run().scenario(), id);
            if (ahead > 0) {
                int pauses = Math.min(ahead, LONGEST_LANE_PAUSE);
                return new Dispatcher.Next.Again(dispatcher.now().plus(LANE_PAUSE.multipliedBy(pauses)));
            }
        }
        if (!claim(id)) {
            return new Dispatcher.Next.Done();
        }
        Execution execution = revive(stored);
        executions.add(execution);
        live.changed(execution.row.scenario(), id);
        return after(execution, finish(execution, walk(execution, stored)));
    }

    private Execution.Outcome walk(Execution execution, RunReader.Stored stored) {
        if (stored.attempts() >= MOST_ATTEMPTS) {
            return execution.giveUp();
        }
        if (stored.stopping()) {
            execution.stop();
        }
        return execution.walk(parts.modules());
    }

    private Dispatcher.Next after(Execution execution, Execution.Outcome outcome) {
        return switch (outcome) {
            case Execution.Outcome.Settled(Standing standing) when standing.sleeps() ->
                new Dispatcher.Next.Again(
                        standing.until() == null ? dispatcher.now() : Instant.ofEpochMilli(standing.until()));
            case Execution.Outcome.Settled settled -> new Dispatcher.Next.Done();
            case Execution.Outcome.Left left -> {
                release(execution.row.id());
                yield new Dispatcher.Next.Again(dispatcher.now().plusMillis(500));
            }
        };
    }

    private boolean claim(long id) {
        try (Connection connection = parts.database().getConnection()) {
            return parts.tables().claim(connection, parts.lease().owner(), id);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Execution revive(RunReader.Stored stored) {
        Run run = stored.run();
        long id = run.id().value();
        Executable executable = parts.scenarios().plan(run.versionId()).orElseThrow();
        List<ChunkReader.Line> lines = new ArrayList<>();
        byte[] input = null;
        int next = 0;
        for (RunReader.Chunk chunk : parts.reader().chunks(id, 0)) {
            lines.addAll(ChunkReader.all(chunk.data()));
            input = chunk.seq() == 0 ? chunk.input() : input;
            next = chunk.seq() + 1;
        }
        RunRow row = new RunRow(
                id,
                run.scenario().value(),
                run.versionId().value(),
                run.version().isPresent() ? run.version().getAsInt() : null,
                run.scenarioName(),
                run.cause(),
                stored.sequential(),
                run.startedAt().toEpochMilli(),
                run.replayOf().map(RunId::value).orElse(null),
                Standing.running());
        RunJournal journal = new RunJournal(
                parts.committer(),
                parts.lease(),
                row,
                null,
                input == null ? new byte[0] : input,
                executable.blueprint().settings().confidential());
        journal.load(lines, next, run.bytes());
        Caller caller = callers.get(id, key -> new Caller());
        List<dev.tutti.value.Fields> bundles =
                parts.inlet().read(input).map(Input::bundles).orElse(List.of());
        return new Execution(row, executable, journal, bundles, caller, true, parts.clock());
    }

    private Execution.Outcome finish(Execution execution, Execution.Outcome outcome) {
        long id = execution.row.id();
        Caller caller = execution.caller;
        switch (outcome) {
            case Execution.Outcome.Settled(Standing standing) when standing.sleeps() -> {
                callers.put(id, caller);
                executions.remove(execution);
                live.changed(execution.row.scenario(), id);
            }
            case Execution.Outcome.Settled(Standing standing) -> {
                executions.remove(execution);
                ended(execution.row.with(standing), caller);
            }
            case Execution.Outcome.Left(Commit why) -> {
                executions.remove(execution);
                if (caller.accepted.getNow(why) instanceof Commit.Done) {
                    callers.put(id, caller);
                } else {
                    caller.accepted.complete(why);
                    caller.answer.complete(
                            why instanceof Commit.Duplicate
                                    ? new Started.Answer.Accepted()
                                    : new Started.Answer.Unavailable());
                }
            }
        }
        return outcome;
    }

    private void ended(RunRow row, Caller caller) {
        Run run = run(row, row.standing().operations(), row.standing().bytes());
        caller.answer.complete(
                run.status() == RunStatus.ERROR && !caller.replied()
                        ? new Started.Answer.Failed(run.id())
                        : new Started.Answer.Accepted());
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
                var advance = connection.prepareStatement(
                        "update scheduled_tasks set execution_time = current_timestamp"
                                + " where task_name = 'run' and task_instance = ? and not picked")) {
            Optional<Long> head = parts.reader().head(scenario);
            if (head.isPresent()) {
                advance.setString(1, head.get().toString());
                advance.executeUpdate();
                dispatcher.poke();
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("The next run of scenario {} waits a little longer: {}", scenario, failure.getMessage());
        }
    }

    boolean stop(RunId id) {
        Optional<Execution> here = executions.find(id.value());
        if (here.isPresent()) {
            here.get().stop();
            return true;
        }
        try (Connection connection = parts.database().getConnection()) {
            String open = " where id = ? and ended_at is null";
            if (Sql.update(connection, "update run set stopping = true" + open, id.value()) == 0) {
                return false;
            }
            int ended = Sql.update(
                    connection,
                    "update run set status = " + RunStatus.STOPPED.ordinal() + ", ended_at = current_timestamp,"
                            + " until_at = null" + open + " and owner is null",
                    id.value());
            if (ended == 1) {
                stopped(id);
            }
            return true;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void stopped(RunId id) {
        Caller caller = callers.get(id.value(), key -> new Caller());
        parts.reader().find(id.value()).ifPresent(stored -> {
            Run run = stored.run();
            RunRow row = new RunRow(
                    id.value(),
                    run.scenario().value(),
                    run.versionId().value(),
                    run.version().isPresent() ? run.version().getAsInt() : null,
                    run.scenarioName(),
                    run.cause(),
                    stored.sequential(),
                    run.startedAt().toEpochMilli(),
                    run.replayOf().map(RunId::value).orElse(null),
                    new Standing(
                            run.status(),
                            run.endedAt().orElse(run.startedAt()).toEpochMilli(),
                            null,
                            run.operations(),
                            run.bytes(),
                            null,
                            null));
            ended(row, caller);
        });
    }

    Optional<LiveHub.Snapshot> snapshot(RunId id) {
        Optional<Execution> here = executions.find(id.value());
        if (here.isPresent() && here.get().caller.accepted.getNow(null) instanceof Commit.Done) {
            Execution execution = here.get();
            Run run = run(execution.row, execution.operations(), execution.journal.bytes());
            RunDetail detail = new RunDetail(run, execution.progress.modules(false), execution.progress.links());
            return Optional.of(new LiveHub.Snapshot(detail, execution.journal.entries(), true));
        }
        return parts.reader().find(id.value()).map(stored -> {
            List<ChunkReader.Line> lines = new ArrayList<>();
            parts.reader()
                    .chunks(id.value(), 0)
                    .forEach(chunk -> lines.addAll(ChunkReader.all(chunk.data())));
            Progress progress = Progress.of(lines);
            Run run = stored.run();
            RunDetail detail =
                    new RunDetail(run, progress.modules(run.status().ended()), progress.links());
            return new LiveHub.Snapshot(detail, lines.size(), false);
        });
    }

    private static Run run(RunRow row, int operations, long bytes) {
        Standing standing = row.standing();
        return new Run(
                new RunId(row.id()),
                new ScenarioId(row.scenario()),
                row.scenarioName(),
                new dev.tutti.scenario.ScenarioVersionId(row.version()),
                row.number() == null ? OptionalInt.empty() : OptionalInt.of(row.number()),
                row.number() == null,
                standing.status(),
                row.cause(),
                Instant.ofEpochMilli(row.startedAt()),
                Optional.ofNullable(standing.endedAt()).map(Instant::ofEpochMilli),
                Optional.ofNullable(standing.until()).map(Instant::ofEpochMilli),
                operations,
                bytes,
                Optional.ofNullable(standing.error()),
                Optional.ofNullable(row.replayOf()).map(RunId::new));
    }

    private void beat() {
        try {
            for (int second = 1; !closing; second++) {
                Thread.sleep(1_000);
                try {
                    if (second % 3 == 0) {
                        parts.lease().beat();
                        followClock();
                        if (parts.lease().takeOver() > 0) {
                            dispatcher.poke();
                        }
                    }
                    lookAfterOwn(second % 3 == 0);
                } catch (SQLException | RuntimeException failure) {
                    LOG.warn("The database did not answer: {}", failure.getMessage());
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs that the database says are ours: some are to be stopped; one we do not know was lost by a failed commit. */
    private void lookAfterOwn(boolean unknown) {
        for (RunReader.Owned owned : parts.reader().owned(parts.lease().owner().node())) {
            Optional<Execution> here = executions.find(owned.run());
            if (here.isPresent() && owned.stopping()) {
                here.get().stop();
            } else if (here.isEmpty() && unknown) {
                release(owned.run());
            }
        }
    }

    private void release(long run) {
        try (Connection connection = parts.database().getConnection()) {
            Release.one(connection, parts.lease().owner().node(), run);
        } catch (SQLException failure) {
            LOG.warn("Run {} could not be given back yet: {}", run, failure.getMessage());
        }
    }

    private void followClock() throws SQLException {
        try (Connection connection = parts.database().getConnection()) {
            dispatcher.follow(parts.tables().now(connection));
        }
    }

    List<CompletableFuture<@Nullable Run>> underWay() {
        return executions.all().stream().map(it -> it.caller.ended).toList();
    }
}
