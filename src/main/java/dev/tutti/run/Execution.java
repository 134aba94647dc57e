package dev.tutti.run;

import dev.tutti.engine.Engine;
import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Journal;
import dev.tutti.engine.Modules;
import dev.tutti.engine.Origin;
import dev.tutti.engine.Reply;
import dev.tutti.engine.Result;
import dev.tutti.engine.RunContext;
import dev.tutti.engine.Said;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Surroundings;
import dev.tutti.engine.Wake;
import dev.tutti.engine.Watcher;
import dev.tutti.scenario.Executable;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
import dev.tutti.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run while it is in memory: walks its plan and decides what to make durable when. */
final class Execution implements Surroundings, Watcher {

    /** How often an expression may run out of time before the run fails. */
    private static final int MOST_INTERRUPTIONS = 3;

    private static final long INTERRUPTION_MILLIS = 2_000;
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
    /** What this run goes on with or stands for, where it was incomplete before. */
    final @Nullable Incomplete item;

    /** The answers that woke it. */
    final List<StepPath> heard;

    /** Whether it has waited for an answer. */
    boolean waited;

    private final List<Fields> bundles;
    private final Optional<Origin> origin;
    private final Journal walked;
    private final boolean resumed;
    private final int attempts;
    private final RunParts parts;
    private final Clock clock;
    final Duration unaccepted;
    private final long began = System.nanoTime();
    private volatile boolean stopping;
    private volatile boolean leaving;
    private volatile boolean hurried;
    private volatile boolean covered;
    private volatile boolean interrupted;
    private @Nullable Reply said;

    /** A run that begins now. */
    Execution(
            RunRow row,
            Executable executable,
            RunJournal journal,
            List<Fields> bundles,
            Caller caller,
            Journal walked,
            RunParts parts) {
        this(row, executable, journal, bundles, caller, Past.none(walked), parts);
    }

    /**
     * What a run that was in memory before brings with it.
     *
     * @param origin where the bundle was put aside that it goes on with
     * @param walked what it walks over: its own journal, or that over another's
     */
    record Past(
            boolean resumed,
            int attempts,
            @Nullable Incomplete item,
            Optional<Origin> origin,
            List<StepPath> heard,
            Journal walked) {
        static Past none(Journal walked) {
            return new Past(false, 0, null, Optional.empty(), List.of(), walked);
        }
    }

    Execution(
            RunRow row,
            Executable executable,
            RunJournal journal,
            List<Fields> bundles,
            Caller caller,
            Past past,
            RunParts parts) {
        this.row = row;
        this.executable = executable;
        this.journal = journal;
        this.bundles = bundles;
        this.caller = caller;
        this.resumed = past.resumed();
        this.attempts = past.attempts();
        this.item = past.item();
        this.origin = past.origin();
        this.heard = past.heard();
        this.walked = past.walked();
        this.waited = !heard.isEmpty();
        this.parts = parts;
        this.unaccepted = parts.unaccepted();
        this.clock = parts.clock();
        journal.onSubmit(this::covers);
    }

    /** Walks the plan to its end or to where the run waits. */
    Outcome walk(Modules modules) {
        executable.plan().trigger().ifPresent(progress::trigger);
        try {
            return settle(settlement(result(modules)));
        } catch (RunJournal.Abandoned abandoned) {
            return left(abandoned.why);
        } catch (RuntimeException | Error bug) {
            LOG.error("Run {} of scenario {} met a bug", row.id(), row.scenario(), bug);
            try {
                return settle(ended(error(Failure.Kind.UNEXPECTED, Message.of("run.error.unexpected")), 0));
            } catch (RuntimeException again) {
                return left(new Commit.Failed(again));
            }
        }
    }

    private Result result(Modules modules) {
        return origin.isPresent()
                ? Engine.resume(executable.plan(), bundles, origin.get(), walked, modules, this)
                : Engine.run(executable.plan(), bundles, walked, modules, this);
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

    private Outcome settle(Settlement settlement) {
        Commit commit = journal.settle(settlement).join();
        return commit instanceof Commit.Done ? new Outcome.Settled(settlement.standing()) : left(commit);
    }

    /** Ends a run that is not tried again because it was interrupted too often. */
    Outcome giveUp() {
        Message message = Message.of("run.error.interrupted", attempts);
        return settle(ended(error(Failure.Kind.EXECUTION_INTERRUPTED, message), 0));
    }

    /** Ends a run whose trigger failed. */
    Outcome fail(int trigger, Failure failure) {
        return settle(ended(error(new Result.Fault(trigger, StepPath.of(trigger, 1), failure)), 1));
    }

    int operations() {
        return progress.operations();
    }

    private Outcome left(Commit why) {
        return new Outcome.Left(why);
    }

    private Settlement settlement(Result result) {
        Settlement.Notes notes = new Settlement.Notes(this, parts);
        int operations = result.operations();
        return switch (result) {
            case Result.Ended ended
            when ended.status() == Result.Status.STOPPED && leaving && !stopping ->
                Settlement.of(Standing.queued(operations, journal.bytes()));
            case Result.Ended ended -> {
                RunStatus status = switch (ended.status()) {
                    case SUCCESS -> RunStatus.SUCCESS;
                    case WARNING -> RunStatus.WARNING;
                    case ERROR -> RunStatus.ERROR;
                    case STOPPED -> RunStatus.STOPPED;
                };
                RunError error = ended.fault().map(this::error).orElse(null);
                caller.returned(ended.outputs());
                yield notes.ended(
                        standing(status, clock.millis(), null, operations, error),
                        ended.incomplete(),
                        ended.outputs(),
                        ended.deliberate());
            }
            case Result.Incomplete stands ->
                notes.stands(standing(RunStatus.INCOMPLETE, null, null, operations, error(stands.fault())), stands);
            case Result.Interrupted(Result.Fault fault, int _)
            when attempts >= MOST_INTERRUPTIONS -> ended(error(fault), operations);
            case Result.Interrupted _ -> {
                interrupted = true;
                long until = clock.millis() + INTERRUPTION_MILLIS;
                yield Settlement.of(standing(RunStatus.QUEUED, null, until, operations, null));
            }
            case Result.Suspended(StepPath _, Wake wake, int _) -> {
                long until = Settlement.until(wake).toEpochMilli();
                waited |= wake instanceof Wake.Signal;
                yield notes.waits(standing(RunStatus.WAITING, null, until, operations, null), wake);
            }
        };
    }

    private Settlement ended(RunError error, int operations) {
        Standing standing = standing(RunStatus.ERROR, clock.millis(), null, operations, error);
        return new Settlement.Notes(this, parts).ended(standing, List.of(), Fields.EMPTY, false);
    }

    private Standing standing(
            RunStatus status, @Nullable Long endedAt, @Nullable Long until, int operations, @Nullable RunError error) {
        return new Standing(status, endedAt, until, operations, journal.bytes(), error, reply());
    }

    RunError error(Result.Fault fault) {
        RunError error = RunError.of(fault.module(), fault.failure());
        return confidential() ? error.withoutDetail() : error;
    }

    private RunError error(Failure.Kind kind, Message message) {
        Optional<Message> advice = Optional.of(Message.of(message.key() + ".advice"));
        return RunError.of(kind, executable.plan().locale(), new Said(message, advice));
    }

    boolean confidential() {
        return executable.blueprint().settings().confidential();
    }

    /** Whether the scenario's owner wants it switched off after errors in a row. */
    boolean countsErrors() {
        return executable.blueprint().settings().failures().maxErrors() > 0 && row.number() != null;
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
        return parts.blobs().apply(blob);
    }

    @Override
    public Value variable(String name) {
        return switch (name) {
            case "var.input" -> bundles.isEmpty() ? Nothing.NULL : bundles.getFirst();
            case "var.workspace" -> parts.variables().get();
            default -> Surroundings.super.variable(name);
        };
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
