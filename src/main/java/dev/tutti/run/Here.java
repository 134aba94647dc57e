package dev.tutti.run;

import dev.tutti.value.Fields;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A run that was ordered in this process. Waits for signals; asks the database only for runs that left its memory. */
final class Here implements Started {

    private static final Duration ASK = Duration.ofMillis(500);
    private static final Duration COMMIT = Duration.ofSeconds(20);

    private final long id;
    private final Caller caller;
    private final Execution execution;
    private final Executions executions;
    private final RunReader reader;

    Here(Execution execution, Executions executions, RunReader reader) {
        this.id = execution.row.id();
        this.caller = execution.caller;
        this.execution = execution;
        this.executions = executions;
        this.reader = reader;
    }

    @Override
    public RunId id() {
        return new RunId(caller.accepted.getNow(null) instanceof Commit.Duplicate(long of) ? of : id);
    }

    @Override
    public Answer answer(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Answer early = within(caller.answer, min(atMost, execution.unaccepted));
        if (early != null) {
            return early;
        }
        execution.hurry();
        while (System.nanoTime() < deadline) {
            Answer answer = within(caller.answer, min(ASK, Duration.ofNanos(deadline - System.nanoTime())));
            if (answer == null) {
                answer = elsewhere();
            }
            if (answer != null) {
                return answer;
            }
        }
        return accepted() ? new Answer.Accepted() : new Answer.Unavailable();
    }

    @Override
    public Fields outputs() {
        return caller.outputs();
    }

    @Override
    public boolean accepted() {
        if (!caller.accepted.isDone()) {
            execution.journal.accept();
        }
        Commit commit = within(caller.accepted, COMMIT);
        return commit instanceof Commit.Done || commit instanceof Commit.Duplicate;
    }

    @Override
    public Optional<Run> ended(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        accepted();
        do {
            Run run = within(caller.ended, min(ASK, Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
            if (run != null) {
                return Optional.of(run);
            }
            if (executions.find(id).isEmpty()) {
                Optional<Run> stored = reader.find(id().value()).map(RunReader.Stored::run);
                if (stored.isPresent() && stands(stored.get().status())) {
                    return stored;
                }
            }
        } while (System.nanoTime() < deadline);
        return Optional.empty();
    }

    /** What a run that was queued or slept has come to in another process. */
    private @Nullable Answer elsewhere() {
        if (executions.find(id).isPresent()) {
            return null;
        }
        RunReader.Stored stored = reader.find(id().value()).orElse(null);
        if (stored == null || !(stands(stored.run().status()) || stored.reply() != null)) {
            return null;
        }
        if (stored.reply() != null) {
            return new Answer.Replied(StoredReply.read(stored.reply()));
        }
        boolean failed =
                stored.run().status() == RunStatus.ERROR || stored.run().status() == RunStatus.INCOMPLETE;
        return failed && execution.executable.replies() ? new Answer.Failed(id()) : new Answer.Accepted();
    }

    private static boolean stands(RunStatus status) {
        return status.ended() || status == RunStatus.INCOMPLETE;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static <T extends @Nullable Object> @Nullable T within(CompletableFuture<T> future, Duration atMost) {
        try {
            return future.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException notYet) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
