package dev.tutti.run;

import dev.tutti.scenario.Executable;
import dev.tutti.value.Fields;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up runs that waited: for their time, for their turn, or for somebody to take them from a dead process. */
final class RunResumption {

    /** A run over which so many processes died is not tried again. */
    static final int MOST_ATTEMPTS = 10;

    private static final Duration LANE_PAUSE = Duration.ofMillis(250);
    private static final int LONGEST_LANE_PAUSE = 40;
    private static final Logger LOG = LoggerFactory.getLogger(RunResumption.class);

    private final RunParts parts;
    private final RunEndings endings;
    private final LiveHub live;

    RunResumption(RunParts parts, RunEndings endings, LiveHub live) {
        this.parts = parts;
        this.endings = endings;
        this.live = live;
    }

    /** Called by the dispatcher when a run's time has come. */
    Dispatcher.Next resume(long id) {
        RunReader.Stored stored = parts.reader().find(id).orElse(null);
        if (stored == null || stored.run().status().ended()) {
            return new Dispatcher.Next.Done();
        }
        if (parts.executions().closing()) {
            return again(Duration.ZERO);
        }
        int ahead = stored.sequential() ? parts.reader().ahead(stored.run().scenario(), id) : 0;
        if (ahead > 0) {
            return again(LANE_PAUSE.multipliedBy(Math.min(ahead, LONGEST_LANE_PAUSE)));
        }
        if (parts.plans().find(stored.run().versionId()).isEmpty()) {
            endings.hopeless(stored, Locale.ENGLISH);
            return new Dispatcher.Next.Done();
        }
        if (!parts.executions().expect(id)) {
            return new Dispatcher.Next.Done();
        }
        try {
            return parts.executions().find(id).isEmpty() && claim(id) ? walk(stored) : new Dispatcher.Next.Done();
        } finally {
            parts.executions().arrived(id);
        }
    }

    private Dispatcher.Next walk(RunReader.Stored stored) {
        Execution execution = revive(stored);
        parts.executions().add(execution);
        live.changed(execution.row.scenario(), execution.row.id());
        // Whoever wanted to stop it before it was here could only say so in the database.
        if (parts.reader()
                .find(execution.row.id())
                .filter(RunReader.Stored::stopping)
                .isPresent()) {
            execution.stop();
        }
        Execution.Outcome outcome =
                stored.attempts() >= MOST_ATTEMPTS ? execution.giveUp() : execution.walk(parts.modules());
        return next(execution, endings.finish(execution, outcome));
    }

    private Dispatcher.Next next(Execution execution, Execution.Outcome outcome) {
        return switch (outcome) {
            case Execution.Outcome.Settled(Standing standing)
            when standing.until() != null -> new Dispatcher.Next.Again(Instant.ofEpochMilli(standing.until()));
            case Execution.Outcome.Settled(Standing standing) when standing.sleeps() -> again(Duration.ZERO);
            case Execution.Outcome.Settled settled -> new Dispatcher.Next.Done();
            case Execution.Outcome.Left left -> {
                release(execution.row.id());
                yield again(Duration.ofMillis(500));
            }
        };
    }

    private Dispatcher.Next again(Duration in) {
        return new Dispatcher.Next.Again(parts.dispatcher().now().plus(in));
    }

    /** False when somebody else has the run; then its alarm is of no use any more. Without a lease nothing is known. */
    private boolean claim(long id) {
        try (Connection connection = parts.database().getConnection()) {
            boolean claimed = parts.tables().claim(connection, parts.lease().owner(), id);
            if (!claimed && !parts.lease().holds(connection)) {
                throw new IllegalStateException("Run " + id + " is for a process that is still there");
            }
            return claimed;
        } catch (SQLException failure) {
            throw new IllegalStateException("Run " + id + " could not be taken up", failure);
        }
    }

    private Execution revive(RunReader.Stored stored) {
        Run run = stored.run();
        long id = run.id().value();
        Executable executable = parts.plans().find(run.versionId()).orElseThrow();
        List<ChunkReader.Line> lines = new ArrayList<>();
        byte[] input = null;
        int next = 0;
        for (RunReader.Chunk chunk : parts.reader().chunks(id, 0)) {
            lines.addAll(ChunkReader.all(chunk.data()));
            input = chunk.seq() == 0 ? chunk.input() : input;
            next = chunk.seq() + 1;
        }
        RunRow row = RunRow.of(stored, Standing.running());
        RunJournal journal = new RunJournal(
                parts.committer(),
                parts.lease(),
                row,
                null,
                input == null ? new byte[0] : input,
                executable.blueprint().settings().confidential());
        journal.load(lines, next, run.bytes());
        List<Fields> bundles = parts.inlet().read(input).map(Input::bundles).orElse(List.of());
        Caller caller = parts.executions().caller(id);
        return new Execution(row, executable, journal, bundles, caller, true, stored.attempts(), parts);
    }

    /** Gives a run back that this process cannot go on with. */
    void release(long run) {
        try (Connection connection = parts.database().getConnection()) {
            Release.one(connection, parts.lease().owner().node(), run);
        } catch (SQLException failure) {
            LOG.warn("Run {} could not be given back yet: {}", run, failure.getMessage());
        }
    }
}
