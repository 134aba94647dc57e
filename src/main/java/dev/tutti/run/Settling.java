package dev.tutti.run;

import dev.tutti.engine.Failure;
import dev.tutti.engine.Result;
import dev.tutti.engine.Said;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Wake;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Settings;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a run stands after a walk, and what is noted besides in the same commit: incomplete runs, the answer to
 * the run that called it, errors in a row.
 */
final class Settling {

    /** How often an expression may run out of time before the run fails. */
    private static final int MOST_INTERRUPTIONS = 3;

    private static final long INTERRUPTION_MILLIS = 2_000;
    private static final Instant SOME_DAY = Instant.parse("2999-01-01T00:00:00Z");

    private final Execution run;
    private final RunRow row;
    private final RunParts parts;
    private final Settings settings;
    private final List<Write> besides = new ArrayList<>();
    private boolean again;

    Settling(Execution run, RunParts parts) {
        this.run = run;
        this.row = run.row;
        this.parts = parts;
        this.settings = run.executable.blueprint().settings();
    }

    Settlement of(Result result) {
        int operations = result.operations();
        return switch (result) {
            case Result.Ended ended
            when ended.status() == Result.Status.STOPPED && run.leaves() ->
                Settlement.of(Standing.queued(operations, run.journal.bytes()));
            case Result.Ended ended -> ended(ended);
            case Result.Incomplete stands -> stands(stands);
            case Result.Interrupted(Result.Fault fault, int _)
            when run.attempts >= MOST_INTERRUPTIONS -> failed(error(fault), operations);
            case Result.Interrupted _ -> {
                run.interrupted = true;
                long until = parts.clock().millis() + INTERRUPTION_MILLIS;
                yield Settlement.of(standing(RunStatus.QUEUED, null, until, operations, null));
            }
            case Result.Suspended(StepPath _, Wake wake, int _) -> waits(wake, operations);
        };
    }

    /** A run that is not tried again because it was interrupted too often. */
    Settlement givenUp() {
        return failed(error(Failure.Kind.EXECUTION_INTERRUPTED, Message.of("run.error.interrupted", run.attempts)), 0);
    }

    /** A run that met a bug of ours. */
    Settlement bug() {
        return failed(error(Failure.Kind.UNEXPECTED, Message.of("run.error.unexpected")), 0);
    }

    /** A run whose trigger failed. */
    Settlement failed(Result.Fault trigger) {
        return failed(error(trigger), 1);
    }

    private Settlement failed(RunError error, int operations) {
        return over(standing(RunStatus.ERROR, parts.clock().millis(), null, operations, error), Fields.EMPTY, false)
                .with(false);
    }

    private Settlement waits(Wake wake, int operations) {
        heard();
        Instant until = SOME_DAY;
        switch (wake) {
            case Wake.At at -> until = at.time();
            case Wake.Signal signal -> {
                until = signal.until().orElse(SOME_DAY);
                run.waited = true;
                also(connection -> Signals.wakeIfTold(connection, row.id()));
            }
        }
        return new Settlement(
                standing(RunStatus.WAITING, null, until.toEpochMilli(), operations, null), besides, false);
    }

    private Settlement stands(Result.Incomplete stands) {
        Result.Fault fault = stands.fault();
        Incomplete item = run.item;
        int kept = item == null ? kept() : 0;
        if (kept >= parts.mostIncompletes() && settings.failures().dataLoss()) {
            RunError full = full(kept, fault);
            int operations = stands.operations();
            Standing lost = standing(RunStatus.WARNING, parts.clock().millis(), null, operations, full);
            return over(lost, Fields.EMPTY, false).with(putAside(stands.incomplete()));
        }
        run.overfull = kept >= parts.mostIncompletes();
        heard();
        RunError error = error(fault);
        putAside(stands.incomplete());
        if (item != null && isItem(fault)) {
            also(connection -> parts.notes().again(connection, item, fault, error));
        } else {
            if (item != null) {
                also(connection -> parts.notes().over(connection, item.id(), Incomplete.How.WENT_ON));
            }
            also(connection -> parts.notes().stands(connection, row, fault, error));
        }
        return new Settlement(standing(RunStatus.INCOMPLETE, null, null, stands.operations(), error), besides, false);
    }

    private Settlement ended(Result.Ended ended) {
        RunStatus status = switch (ended.status()) {
            case SUCCESS -> RunStatus.SUCCESS;
            case WARNING -> RunStatus.WARNING;
            case ERROR -> RunStatus.ERROR;
            case STOPPED -> RunStatus.STOPPED;
        };
        RunError error = ended.fault().map(this::error).orElse(null);
        List<Result.Broken> aside = ended.incomplete();
        int kept = aside.isEmpty() ? 0 : kept();
        if (kept >= parts.mostIncompletes() && settings.failures().dataLoss()) {
            error = full(kept, aside.getFirst().fault());
            aside = List.of();
        }
        run.overfull = !aside.isEmpty() && kept >= parts.mostIncompletes();
        Standing standing = standing(status, parts.clock().millis(), null, ended.operations(), error);
        run.caller.returned(ended.outputs());
        boolean keeps = putAside(aside);
        again = aside.stream().map(Result.Broken::fault).anyMatch(this::isItem);
        return over(standing, ended.outputs(), ended.deliberate()).with(keeps);
    }

    /** The run is over, and what depends on it is told. */
    private Settlement over(Standing standing, Fields outputs, boolean deliberate) {
        RunStatus status = standing.status();
        Incomplete item = run.item;
        if (item != null && !again) {
            boolean came = status == RunStatus.SUCCESS || status == RunStatus.WARNING;
            also(connection -> {
                if (came) {
                    parts.notes().cameThrough(connection, item.id());
                } else {
                    parts.notes().over(connection, item.id(), Incomplete.How.ENDED);
                }
                if (settings.confidential() && item.run().value() != row.id()) {
                    Scrub.free(connection, item.run().value());
                }
            });
        }
        if (run.waited) {
            also(connection -> Signals.forget(connection, row.id()));
        }
        Parent parent = row.parent();
        if (parent != null && parent.path() != null) {
            StepPath at = StepPath.parse(parent.path());
            also(connection -> Signals.tell(connection, parent.run(), at, CallAnswer.of(row, standing, outputs)));
        }
        if (run.countsErrors() && status != RunStatus.STOPPED && !deliberate) {
            boolean failed = status == RunStatus.ERROR;
            also(connection -> ErrorCount.note(connection, row.scenario(), failed, standing.error()));
        }
        return new Settlement(standing, besides, false);
    }

    private boolean putAside(List<Result.Broken> aside) {
        for (Result.Broken broken : aside) {
            Result.Fault fault = broken.fault();
            if (isItem(fault)) {
                also(connection ->
                        parts.notes().again(connection, Objects.requireNonNull(run.item), fault, error(fault)));
            } else {
                also(connection -> parts.notes().putAside(connection, row, broken, error(fault)));
            }
        }
        return !aside.isEmpty();
    }

    /** What goes on here failed in the same place once more. */
    private boolean isItem(Result.Fault fault) {
        return run.item != null && run.item.path().equals(fault.at().toString());
    }

    /** What woke the run is in its journal now. */
    private void heard() {
        for (StepPath at : run.heard) {
            also(connection -> Signals.heard(connection, row.id(), at));
        }
    }

    private void also(Write.Work work) {
        besides.add(new Write.Also(work));
    }

    private int kept() {
        return parts.incompletes().kept(new ScenarioId(row.scenario()));
    }

    private RunError full(int kept, Result.Fault fault) {
        Failure failure = fault.failure();
        Object reason = failure.said().<Object>map(Said::message).orElse(failure.message());
        RunError error = error(Failure.Kind.OUT_OF_SPACE, Message.of("run.error.full", kept, reason));
        return error.at(fault.module());
    }

    private RunError error(Result.Fault fault) {
        RunError error = RunError.of(fault.module(), fault.failure());
        return settings.confidential() ? error.withoutDetail() : error;
    }

    private RunError error(Failure.Kind kind, Message message) {
        Optional<Message> advice = Optional.of(Message.of(message.key() + ".advice"));
        return RunError.of(kind, run.executable.plan().locale(), new Said(message, advice));
    }

    private Standing standing(
            RunStatus status, @Nullable Long endedAt, @Nullable Long until, int operations, @Nullable RunError error) {
        return new Standing(status, endedAt, until, operations, run.journal.bytes(), error, run.reply());
    }
}
