package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.Journal;
import dev.tutti.engine.Origin;
import dev.tutti.engine.StepPath;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.Settings;
import dev.tutti.value.Fields;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up runs that waited: for their time, for their turn, or for somebody to take them from a dead process. */
final class RunResumption {

    /** A run over which so many processes died is not tried again. */
    static final int MOST_ATTEMPTS = 10;

    private static final Duration LANE_PAUSE = Duration.ofMillis(250);
    private static final int LONGEST_LANE_PAUSE = 40;
    private static final Duration BLOCKED = Duration.ofMinutes(5);
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
        Optional<Incomplete> item = parts.incompletes().carriedBy(id);
        if (stored.run().status() == RunStatus.INCOMPLETE) {
            return new Dispatcher.Next.Done();
        }
        if (stored.sequential() && item.isEmpty()) {
            Optional<Duration> pause = pause(stored.run());
            if (pause.isPresent()) {
                return again(pause.get());
            }
        }
        if (parts.plans().find(stored.run().versionId()).isEmpty()) {
            endings.hopeless(stored);
            return new Dispatcher.Next.Done();
        }
        if (!parts.executions().expect(id)) {
            return new Dispatcher.Next.Done();
        }
        try {
            return parts.executions().find(id).isEmpty() && claim(id)
                    ? walk(stored, item.orElse(null))
                    : new Dispatcher.Next.Done();
        } finally {
            parts.executions().arrived(id);
        }
    }

    /** How long a run of a lane has to wait: for those before it, and for what is incomplete where one follows another. */
    private Optional<Duration> pause(Run run) {
        Settings settings = parts.plans()
                .find(run.versionId())
                .map(executable -> executable.blueprint().settings())
                .orElse(Settings.DEFAULT);
        int ahead = parts.reader().ahead(run.scenario(), run.id().value()) - Lanes.width(settings) + 1;
        if (ahead > 0 && Lanes.width(settings) > 0) {
            return Optional.of(LANE_PAUSE.multipliedBy(Math.min(ahead, LONGEST_LANE_PAUSE)));
        }
        boolean blocked = settings.sequential() && parts.incompletes().blocks(run.scenario());
        return blocked ? Optional.of(BLOCKED) : Optional.empty();
    }

    private Dispatcher.Next walk(RunReader.Stored stored, @Nullable Incomplete item) {
        Execution execution = revive(stored, item);
        parts.executions().add(execution);
        live.changed(execution.row.scenario(), execution.row.id());
        // Whoever wanted to stop it before it was here could only say so in the database.
        if (parts.reader()
                .find(execution.row.id())
                .filter(RunReader.Stored::stopping)
                .isPresent()) {
            execution.stop();
        }
        Walked outcome = stored.attempts() >= MOST_ATTEMPTS ? execution.giveUp() : execution.walk(parts.modules());
        return next(execution, endings.finish(execution, outcome));
    }

    private Dispatcher.Next next(Execution execution, Walked outcome) {
        return switch (outcome) {
            case Walked.Settled(Standing standing)
            when standing.until() != null && execution.waited && told(execution) -> again(Duration.ZERO);
            case Walked.Settled(Standing standing)
            when standing.until() != null -> new Dispatcher.Next.Again(Instant.ofEpochMilli(standing.until()));
            case Walked.Settled(Standing standing) when standing.sleeps() -> again(Duration.ZERO);
            case Walked.Settled settled -> new Dispatcher.Next.Done();
            case Walked.Left left -> {
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

    /** Whether an answer came while the run was about to wait. */
    private boolean told(Execution execution) {
        return !parts.journals().signals(execution.row.id()).isEmpty();
    }

    private Execution revive(RunReader.Stored stored, @Nullable Incomplete item) {
        Run run = stored.run();
        long id = run.id().value();
        Executable executable = parts.plans().find(run.versionId()).orElseThrow();
        Journals.Stored before = parts.journals().of(id);
        RunRow row = RunRow.of(stored, Standing.running());
        RunJournal journal = new RunJournal(
                parts.committer(),
                parts.lease(),
                row,
                null,
                before.input(),
                executable.blueprint().settings().confidential());
        journal.load(before.lines(), before.nextSeq(), run.bytes());
        List<StepPath> heard = hear(journal, id);
        Optional<Lineage> lineage = parts.journals().origin(id);
        Optional<Origin> origin = lineage.flatMap(parts.journals()::put);
        Journal walked = lineage.filter(it -> it.module() != null)
                .map(it -> it.over(
                        executable.plan(), new StoredJournal(parts.journals().whole(it.base())), journal))
                .orElse(journal);
        List<Fields> bundles = parts.journals().input(id).map(Input::bundles).orElse(List.of());
        Caller caller = parts.executions().caller(id);
        Past past = new Past(true, stored.attempts(), item, origin, heard, walked);
        return new Execution(row, executable, journal, bundles, caller, past, parts);
    }

    /** Writes the answers that came into the journal, in place of the waiting. */
    private List<StepPath> hear(RunJournal journal, long run) {
        List<StepPath> heard = new ArrayList<>();
        for (ChunkReader.Line answer : parts.journals().signals(run)) {
            if (journal.recall(answer.at()).orElse(null) instanceof Entry.Suspended) {
                journal.answer(answer.at(), answer.entry());
            }
            heard.add(answer.at());
        }
        return heard;
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
