package dev.tutti.run;

import dev.tutti.engine.Engine;
import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Modules;
import dev.tutti.engine.Reply;
import dev.tutti.engine.Result;
import dev.tutti.engine.RunContext;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Surroundings;
import dev.tutti.engine.Wake;
import dev.tutti.engine.Watcher;
import dev.tutti.scenario.Executable;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run while it is in memory: walks its plan and decides what to make durable when. */
final class Execution implements Surroundings, Watcher {

    /** How often an expression may run out of time before the run fails. */
    private static final int MOST_INTERRUPTIONS = 3;

    private static final long INTERRUPTION_MILLIS = 2_000;
    private static final Instant SOME_DAY = Instant.parse("2999-01-01T00:00:00Z");
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    /** How the walk ended. */
    sealed interface Outcome {
        /** It stands there now, durably. */
        record Settled(Standing standing) implements Outcome {}

        /** Nothing more was written; if it had been accepted, it goes on elsewhere or later. */
        record Left(Commit why) implements Outcome {}
    }

    final RunRow row;
    final Executable executable;
    final RunJournal journal;
    final Caller caller;
    final Progress progress = new Progress();
    private final List<Fields> bundles;
    private final boolean resumed;
    private final int attempts;
    private final Function<Blob, byte[]> blobs;
    private final Clock clock;
    final Duration unaccepted;
    private final long began = System.nanoTime();
    private volatile boolean stopping;
    private volatile boolean leaving;
    private volatile boolean hurried;
    private volatile boolean covered;
    private volatile boolean interrupted;
    private @Nullable Reply said;

    Execution(
            RunRow row,
            Executable executable,
            RunJournal journal,
            List<Fields> bundles,
            Caller caller,
            boolean resumed,
            int attempts,
            RunParts parts) {
        this.row = row;
        this.executable = executable;
        this.journal = journal;
        this.bundles = bundles;
        this.caller = caller;
        this.resumed = resumed;
        this.attempts = attempts;
        this.blobs = parts.blobs();
        this.unaccepted = parts.unaccepted();
        this.clock = parts.clock();
        journal.onSubmit(this::covers);
    }

    /** Walks the plan to its end or to where the run waits. */
    Outcome walk(Modules modules) {
        executable.plan().trigger().ifPresent(progress::trigger);
        try {
            Result result = Engine.run(executable.plan(), bundles, journal, modules, this);
            return settle(standing(result));
        } catch (RunJournal.Abandoned abandoned) {
            return left(abandoned.why);
        } catch (RuntimeException | Error bug) {
            LOG.error("Run {} of scenario {} met a bug", row.id(), row.scenario(), bug);
            try {
                return settle(ended(RunStatus.ERROR, 0, unexpected()));
            } catch (RuntimeException again) {
                return left(new Commit.Failed(again));
            }
        }
    }

    /** Ends the run after the operation it is in. */
    void stop() {
        stopping = true;
    }

    /** Whether an expression ran out of time, so that this attempt counts. */
    boolean interrupted() {
        return interrupted;
    }

    /** Interrupts the run so that it goes on at the next start or on another node. */
    void leave() {
        leaving = true;
    }

    /** Somebody has waited long enough: what has happened so far becomes durable now, and so will a reply. */
    void hurry() {
        hurried = true;
        journal.accept();
        if (caller.waitsForCommit()) {
            journal.hurry();
        }
    }

    private Outcome settle(Standing standing) {
        Commit commit = journal.settle(standing).join();
        return commit instanceof Commit.Done ? new Outcome.Settled(standing) : left(commit);
    }

    /** Ends a run that is not tried again because it was interrupted too often. */
    Outcome giveUp() {
        String kind = Failure.Kind.EXECUTION_INTERRUPTED.type();
        RunError error = new RunError(
                OptionalInt.empty(),
                kind,
                say("run.error.interrupted", attempts),
                Optional.of(say("run.error.interrupted.advice")),
                Optional.empty());
        return settle(ended(RunStatus.ERROR, 0, error));
    }

    /** Ends a run whose trigger failed. */
    Outcome fail(int trigger, Failure failure) {
        return settle(ended(RunStatus.ERROR, 1, error(new Result.Fault(trigger, StepPath.of(trigger, 1), failure))));
    }

    int operations() {
        return progress.operations();
    }

    private Outcome left(Commit why) {
        return new Outcome.Left(why);
    }

    private Standing standing(Result result) {
        return switch (result) {
            case Result.Ended ended
            when ended.status() == Result.Status.STOPPED && leaving && !stopping ->
                Standing.queued(ended.operations(), journal.bytes());
            case Result.Ended ended ->
                ended(
                        switch (ended.status()) {
                            case SUCCESS -> RunStatus.SUCCESS;
                            case WARNING -> RunStatus.WARNING;
                            case ERROR -> RunStatus.ERROR;
                            case STOPPED -> RunStatus.STOPPED;
                        },
                        ended.operations(),
                        ended.fault().map(this::error).orElse(null));
            case Result.Interrupted(Result.Fault fault, int operations)
            when attempts >= MOST_INTERRUPTIONS -> ended(RunStatus.ERROR, operations, error(fault));
            case Result.Interrupted(Result.Fault fault, int operations) -> {
                interrupted = true;
                yield new Standing(
                        RunStatus.QUEUED,
                        null,
                        clock.millis() + INTERRUPTION_MILLIS,
                        operations,
                        journal.bytes(),
                        null,
                        reply());
            }
            case Result.Incomplete(Result.Fault fault, int operations, var broken) ->
                ended(RunStatus.INCOMPLETE, operations, error(fault));
            case Result.Suspended suspended ->
                new Standing(
                        RunStatus.WAITING,
                        null,
                        until(suspended.wake()).toEpochMilli(),
                        suspended.operations(),
                        journal.bytes(),
                        null,
                        reply());
        };
    }

    private Standing ended(RunStatus status, int operations, @Nullable RunError error) {
        return new Standing(status, clock.millis(), null, operations, journal.bytes(), error, reply());
    }

    private static Instant until(Wake wake) {
        return switch (wake) {
            case Wake.At at -> at.time();
            case Wake.Signal signal -> signal.until().orElse(SOME_DAY);
        };
    }

    private RunError error(Result.Fault fault) {
        Failure failure = fault.failure();
        return new RunError(
                OptionalInt.of(fault.module()),
                failure.kind().type(),
                failure.message(),
                failure.advice(),
                confidential() ? Optional.empty() : failure.detail());
    }

    private RunError unexpected() {
        return new RunError(
                OptionalInt.empty(),
                Failure.Kind.UNEXPECTED.type(),
                say("run.error.unexpected"),
                Optional.of(say("run.error.unexpected.advice")),
                Optional.empty());
    }

    private String say(String key, Object... arguments) {
        return Message.of(key, arguments).in(executable.plan().locale());
    }

    private boolean confidential() {
        return executable.blueprint().settings().confidential();
    }

    /** Only where the caller may be waiting in another process. */
    private byte @Nullable [] reply() {
        Reply reply = said;
        return resumed && reply != null ? StoredReply.write(reply) : null;
    }

    /** Every commit covers what was replied before it; the first one covers "Accepted". */
    private void covers(CompletableFuture<Commit> commit) {
        Reply reply = caller.take();
        boolean first = !covered;
        covered = true;
        if (reply == null && !first) {
            return;
        }
        boolean accept = !executable.replies();
        var unused = commit.thenAccept(done -> {
            if (first) {
                caller.accepted.complete(done);
            }
            switch (done) {
                case Commit.Done ok -> {
                    if (reply != null) {
                        caller.answer.complete(new Started.Answer.Replied(reply));
                    } else if (accept) {
                        caller.answer.complete(new Started.Answer.Accepted());
                    }
                }
                case Commit.Duplicate duplicate -> caller.answer.complete(new Started.Answer.Accepted());
                case Commit.Fenced fenced -> caller.answer.complete(new Started.Answer.Unavailable());
                case Commit.Failed failed -> caller.answer.complete(new Started.Answer.Unavailable());
            }
        });
    }

    @Override
    public boolean goesOn() {
        if (!hurried && System.nanoTime() - began > unaccepted.toNanos()) {
            hurry();
        }
        return !stopping && !leaving;
    }

    @Override
    public void entered(int module, int operation, StepPath at) {
        progress.entered(module);
    }

    @Override
    public void finished(int module, int operation, StepPath at, Entry entry, boolean recalled) {
        progress.finished(module, entry);
    }

    @Override
    public void filtered(int from, int to, boolean passed, boolean recalled) {
        progress.filtered(from, to, passed);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public UUID uuid() {
        return UUID.randomUUID();
    }

    @Override
    public byte[] bytes(Blob blob) {
        return blobs.apply(blob);
    }

    @Override
    public RunContext run() {
        return new RunContext(
                Long.toString(row.id()),
                Long.toString(row.scenario()),
                WorkspaceId.FIRST.toString(),
                row.scenarioName(),
                row.number() == null);
    }

    @Override
    public Watcher watcher() {
        return this;
    }

    @Override
    public void reply(Reply reply) {
        if (said == null) {
            said = reply;
        }
        caller.reply(reply);
        if (hurried) {
            journal.hurry();
        }
    }
}
