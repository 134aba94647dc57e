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
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Surroundings;
import dev.tutti.engine.Watcher;
import dev.tutti.scenario.Executable;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
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

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

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
    final int attempts;
    private final RunParts parts;
    private final Clock clock;
    final Duration unaccepted;
    private final long began = System.nanoTime();
    private volatile boolean stopping;
    private volatile boolean leaving;
    private volatile boolean hurried;
    private volatile boolean covered;
    /** Whether an expression ran out of time, so that this attempt counts. */
    volatile boolean interrupted;

    /** Whether more incomplete runs wait than may. */
    boolean overfull;

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
    Walked walk(Modules modules) {
        executable.plan().trigger().ifPresent(progress::trigger);
        try {
            return settle(new Settling(this, parts).of(result(modules)));
        } catch (RunJournal.Abandoned abandoned) {
            return left(abandoned.why);
        } catch (RuntimeException | Error bug) {
            LOG.error("Run {} of scenario {} met a bug", row.id(), row.scenario(), bug);
            try {
                return settle(new Settling(this, parts).bug());
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

    /** Whether somebody wants it to end. */
    boolean stops() {
        return stopping;
    }

    /** Whether it stops here only to go on elsewhere. */
    boolean leaves() {
        return leaving && !stopping;
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

    private Walked settle(Settlement settlement) {
        Commit commit = journal.settle(settlement).join();
        return commit instanceof Commit.Done ? new Walked.Settled(settlement.standing()) : left(commit);
    }

    /** Ends a run that is not tried again because it was interrupted too often. */
    Walked giveUp() {
        return settle(new Settling(this, parts).givenUp());
    }

    /** Ends a run whose trigger failed. */
    Walked fail(int trigger, Failure failure) {
        return settle(new Settling(this, parts).failed(new Result.Fault(trigger, StepPath.of(trigger, 1), failure)));
    }

    int operations() {
        return progress.operations();
    }

    private Walked left(Commit why) {
        return new Walked.Left(why);
    }

    /** Whether the scenario's owner wants it switched off after errors in a row. */
    boolean countsErrors() {
        return executable.blueprint().settings().failures().maxErrors() > 0 && row.number() != null;
    }

    /** Only where the caller may be waiting in another process. */
    byte @Nullable [] reply() {
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
    public List<Fields> more(int cycle) {
        return fed()
                ? parts.feed()
                        .get()
                        .more(new RunId(row.id()), executable.version().id(), cycle)
                : List.of();
    }

    @Override
    public void settle(int cycle, boolean counts) {
        if (fed()) {
            parts.feed().get().settle(new RunId(row.id()), executable.version().id(), cycle, counts);
        }
    }

    /** Whether a trigger can give this run more than it began with. */
    private boolean fed() {
        return row.cause() == Cause.SCHEDULE && executable.plan().policy().cycles() > 1;
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
