package dev.tutti.run;

import dev.tutti.engine.Edits;
import dev.tutti.engine.Engine;
import dev.tutti.engine.Origin;
import dev.tutti.engine.StepPath;
import dev.tutti.scenario.Executable;
import dev.tutti.value.Fields;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Lets incomplete runs go on: when their time has come, at most three of a scenario at once, or when a person says so.
 * In a scenario whose runs wait for each other one goes on at a time, and none while a run of it goes on.
 */
final class IncompleteRetries {

    private static final int AT_ONCE = 3;
    private static final Duration BUSY = Duration.ofSeconds(2);

    /** How going on was asked for; the numbers are stored, and are those of {@link Incomplete.How}. */
    private enum Asked {
        BY_ITSELF,
        BY_HAND,
        EDITED
    }

    /** What became of it. */
    sealed interface Begin {
        record Begun(RunId run) implements Begin {}

        record Busy() implements Begin {}

        record NotOpen() implements Begin {}

        record NoVersion() implements Begin {}
    }

    private final RunParts parts;
    private final RunEndings endings;
    private final LiveHub live;

    IncompleteRetries(RunParts parts, RunEndings endings, LiveHub live) {
        this.parts = parts;
        this.endings = endings;
        this.live = live;
    }

    /** An item's time has come. */
    Dispatcher.Next ring(long id) {
        Incomplete item = parts.incompletes().find(new IncompleteId(id)).orElse(null);
        if (item == null || item.state() != Incomplete.State.SCHEDULED) {
            return new Dispatcher.Next.Done();
        }
        boolean busy = parts.executions().closing() || begin(item, Asked.BY_ITSELF, Edits.NONE) instanceof Begin.Busy;
        return busy ? new Dispatcher.Next.Again(parts.dispatcher().now().plus(BUSY)) : new Dispatcher.Next.Done();
    }

    /** A person lets it go on. */
    Begin byHand(Incomplete item, Edits edits) {
        return begin(item, none(edits) ? Asked.BY_HAND : Asked.EDITED, edits);
    }

    /** Lets many go on as soon as there is room for them; returns how many were open. */
    int soon(List<IncompleteId> items) {
        int[] count = {0};
        for (IncompleteId id : items) {
            together(connection -> {
                int changed = Sql.execute(
                        connection,
                        "update incomplete set state = 1, asked = 1, next_try_at = current_timestamp"
                                + " where id = ? and state < 2",
                        id.value());
                if (changed == 1) {
                    long attempts = Sql.number(connection, "select attempts from incomplete where id = ?", id.value());
                    Sql.execute(
                            connection,
                            "delete from scheduled_tasks where task_name = 'incomplete' and task_instance = ?"
                                    + " and not picked",
                            id + "." + attempts);
                    parts.notes()
                            .alarm(
                                    connection,
                                    id,
                                    (int) attempts,
                                    parts.dispatcher().now());
                    count[0]++;
                }
            });
        }
        parts.dispatcher().poke();
        return count[0];
    }

    /** Gives an item up, with the run that stands there; false when it was over. */
    boolean drop(Incomplete item) {
        boolean[] over = {false};
        over[0] = item.state().open() && item.carrier().filter(endings::stop).isPresent();
        if (!over[0]) {
            together(connection -> {
                over[0] = parts.notes().over(connection, item.id(), Incomplete.How.GIVEN_UP);
                boolean confidential = parts.plans()
                        .find(item.version())
                        .filter(executable -> executable.blueprint().settings().confidential())
                        .isPresent();
                if (confidential) {
                    Scrub.free(connection, item.run().value());
                }
            });
        }
        if (over[0]) {
            endings.nextInLane(item.scenario());
            live.changed(item.scenario().value(), item.run().value());
        }
        return over[0];
    }

    static boolean none(Edits edits) {
        return edits.input().isEmpty() && edits.outputs().isEmpty();
    }

    private Begin begin(Incomplete item, Asked asked, Edits edits) {
        Executable executable = parts.plans().find(item.version()).orElse(null);
        if (executable == null) {
            return new Begin.NoVersion();
        }
        boolean alone = executable.blueprint().settings().sequential();
        Optional<Run> standing = item.carrier()
                .flatMap(carrier -> parts.reader().find(carrier.value()))
                .map(RunReader.Stored::run)
                .filter(run -> !run.status().ended());
        Begin[] begin = {new Begin.NotOpen()};
        together(connection -> {
            ErrorCount.lock(connection, item.scenario().value());
            if (busy(connection, item, alone, asked)) {
                begin[0] = new Begin.Busy();
                return;
            }
            long run = standing.map(it -> it.id().value()).orElseGet(parts.ids()::next);
            if (!take(connection, item, run, asked)) {
                return;
            }
            if (standing.isPresent()) {
                wake(connection, item, standing.get(), executable, edits);
            } else {
                take(connection, item, executable, run, edits);
            }
            begin[0] = new Begin.Begun(new RunId(run));
        });
        if (begin[0] instanceof Begin.Begun begun) {
            live.changed(item.scenario().value(), begun.run().value());
            parts.dispatcher().poke();
        }
        return begin[0];
    }

    private static boolean busy(Connection connection, Incomplete item, boolean alone, Asked asked)
            throws SQLException {
        long scenario = item.scenario().value();
        long running =
                Sql.number(connection, "select count(*) from incomplete where scenario_id = ? and state = 2", scenario);
        if (alone) {
            return running > 0
                    || Sql.any(
                            connection,
                            "select id from run where scenario_id = ? and ended_at is null and status in (1, 2)"
                                    + " fetch first 1 rows only",
                            scenario);
        }
        return asked == Asked.BY_ITSELF && running >= AT_ONCE;
    }

    private static boolean take(Connection connection, Incomplete item, long run, Asked asked) throws SQLException {
        String how = asked == Asked.BY_ITSELF ? "asked" : Integer.toString(asked.ordinal());
        return Sql.update(
                        connection,
                        "update incomplete set state = 2, attempts = attempts + 1, next_try_at = null, asked = " + how
                                + ", carrier_id = ? where id = ? and state < 2 and attempts = ?",
                        run,
                        item.id().value(),
                        item.attempts())
                == 1;
    }

    /** The run that stands there is queued again, its failure cleared. */
    private void wake(Connection connection, Incomplete item, Run stands, Executable executable, Edits edits)
            throws SQLException {
        long run = stands.id().value();
        Journals.Stored before = parts.journals().of(run);
        StoredJournal journal = new StoredJournal(before.lines());
        List<Fields> input = parts.journals().input(run).map(Input::bundles).orElse(List.of());
        StepPath at = StepPath.parse(item.path());
        Optional<Origin> origin = parts.journals().origin(run).flatMap(parts.journals()::put);
        PastSurroundings surroundings =
                new PastSurroundings(stands, parts.blobs(), parts.clock().instant());
        if (origin.isPresent()) {
            Origin again = new Origin(origin.get().journal(), at, origin.get().runId());
            Engine.retry(executable.plan(), input, again, journal, surroundings, edits);
        } else {
            Engine.retry(executable.plan(), input, journal, surroundings, at, edits);
        }
        int changed = Sql.update(
                connection,
                "update run set status = 0, until_at = null where id = ? and status = 3 and ended_at is null"
                        + " and owner is null",
                run);
        if (changed != 1) {
            throw new IllegalStateException("Run " + run + " does not stand where item " + item.id() + " says");
        }
        store(connection, List.of(), chunk(run, before, journal));
        Sql.execute(
                connection,
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('run', ?, current_timestamp, false, 1) on conflict do nothing",
                run + "." + (item.attempts() + 1));
    }

    /** A bundle that was put aside gets a run of its own; one that a Break put aside once more begins from there. */
    private void take(Connection connection, Incomplete item, Executable executable, long run, Edits edits)
            throws SQLException {
        long base = item.carrier().orElse(item.run()).value();
        Run before = parts.reader().find(base).orElseThrow().run();
        RunRow row = new RunRow(
                run,
                item.scenario().value(),
                item.version().value(),
                before.version().isPresent() ? before.version().getAsInt() : null,
                executable.scenarioName(),
                Cause.RETRY,
                Lanes.width(executable.blueprint().settings()) > 0,
                parts.clock().millis(),
                null,
                null,
                Standing.queued(0, 0));
        Lineage lineage = new Lineage(base, StepPath.parse(item.path()), null, Map.of());
        StoredJournal own = new StoredJournal(List.of());
        if (!none(edits)) {
            List<Fields> input =
                    parts.journals().input(base).map(Input::bundles).orElse(List.of());
            PastSurroundings surroundings =
                    new PastSurroundings(before, parts.blobs(), parts.clock().instant());
            Origin origin = parts.journals().put(lineage).orElseThrow();
            Engine.retry(executable.plan(), input, origin, own, surroundings, edits);
        }
        store(
                connection,
                List.of(new Write.Accept(row, null)),
                chunk(run, new Journals.Stored(List.of(), 0, null), own));
        lineage.note(connection, run);
    }

    private static List<Write> chunk(long run, Journals.Stored before, StoredJournal journal) {
        if (journal.appended().isEmpty()) {
            return List.of();
        }
        ChunkWriter chunk = new ChunkWriter(true);
        journal.appended().forEach(line -> chunk.add(line.at(), line.entry()));
        int entries = chunk.entries();
        return List.of(new Write.Chunk(run, before.nextSeq(), before.lines().size() + 1L, entries, null, chunk.take()));
    }

    private void store(Connection connection, List<Write> row, List<Write> chunk) throws SQLException {
        List<Write> writes = new ArrayList<>(row);
        writes.addAll(chunk);
        if (!writes.isEmpty()) {
            CommitBatch batch = new CommitBatch(List.of(new CommitUnit(writes, new CompletableFuture<>())));
            try {
                parts.tables().write(connection, parts.lease().owner(), batch);
            } catch (RunTables.LeaseLost lost) {
                parts.lease().lose();
                throw new IllegalStateException("Another process has taken over", lost);
            }
        }
    }

    private void together(Write.Work work) {
        try {
            Sql.together(parts.database(), work);
        } catch (SQLException failure) {
            throw new IllegalStateException("An incomplete run could not go on", failure);
        }
    }
}
