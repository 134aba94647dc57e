package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Result;
import dev.tutti.engine.Said;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Wake;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands after a walk, and what is noted besides in the same commit: incomplete runs, the answer to the run
 * that called it, errors in a row.
 *
 * @param keeps whether data of a confidential run have to stay, because a bundle of it waits to go on
 */
record Settlement(Standing standing, List<Write> besides, boolean keeps) {

    private static final Instant SOME_DAY = Instant.parse("2999-01-01T00:00:00Z");

    static Settlement of(Standing standing) {
        return new Settlement(standing, List.of(), false);
    }

    static Instant until(Wake wake) {
        return switch (wake) {
            case Wake.At at -> at.time();
            case Wake.Signal signal -> signal.until().orElse(SOME_DAY);
        };
    }

    /** Puts a settlement together for one run. */
    static final class Notes {

        private final RunRow row;
        private final RunParts parts;
        private final Execution run;
        private final List<Write> besides = new ArrayList<>();
        private boolean keeps;

        Notes(Execution run, RunParts parts) {
            this.run = run;
            this.row = run.row;
            this.parts = parts;
        }

        private void also(Write.Work work) {
            besides.add(new Write.Also(work));
        }

        /** The run waits; an answer that came meanwhile wakes it. */
        Settlement waits(Standing standing, Wake wake) {
            heard();
            if (wake instanceof Wake.Signal) {
                also(connection -> Signals.wakeIfTold(connection, row.id()));
            }
            return new Settlement(standing, besides, false);
        }

        /** The run stands at a module that failed. */
        Settlement stands(Standing standing, Result.Incomplete stands) {
            heard();
            Result.Fault fault = stands.fault();
            RunError error = run.error(fault);
            putAside(stands.incomplete());
            Incomplete item = run.item;
            if (item != null && item.path().equals(fault.at().toString())) {
                also(connection -> parts.notes().again(connection, item, fault, error));
            } else {
                if (item != null) {
                    also(connection -> parts.notes().over(connection, item.id(), Incomplete.How.WENT_ON));
                }
                also(connection -> parts.notes().stands(connection, row, fault, error));
            }
            return new Settlement(standing, besides, false);
        }

        /** The run is over. */
        Settlement ended(Standing standing, List<Result.Broken> aside, Fields outputs, boolean deliberate) {
            RunStatus status = standing.status();
            putAside(aside);
            Incomplete item = run.item;
            if (item != null) {
                boolean came = status == RunStatus.SUCCESS || status == RunStatus.WARNING;
                also(connection -> {
                    if (came) {
                        parts.notes().cameThrough(connection, item.id());
                    } else {
                        parts.notes().over(connection, item.id(), Incomplete.How.ENDED);
                    }
                });
            }
            if (item != null && run.confidential() && item.run().value() != row.id()) {
                also(connection -> Scrub.free(connection, item.run().value()));
            }
            if (run.waited) {
                also(connection -> Signals.forget(connection, row.id()));
            }
            answer(standing, outputs);
            count(status, deliberate, standing.error());
            keeps = keeps || !aside.isEmpty();
            return new Settlement(standing, besides, keeps);
        }

        private void putAside(List<Result.Broken> aside) {
            for (Result.Broken broken : aside) {
                also(connection -> parts.notes().putAside(connection, row, broken, run.error(broken.fault())));
            }
        }

        /** What woke the run is in its journal now. */
        private void heard() {
            for (StepPath at : run.heard) {
                also(connection -> Signals.heard(connection, row.id(), at));
            }
        }

        private void answer(Standing standing, Fields outputs) {
            Parent parent = row.parent();
            if (parent != null && parent.path() != null) {
                StepPath at = StepPath.parse(parent.path());
                Entry answer = Settlement.answer(row, standing, outputs);
                also(connection -> Signals.tell(connection, parent.run(), at, answer));
            }
        }

        private void count(RunStatus status, boolean deliberate, @Nullable RunError error) {
            if (run.countsErrors() && status != RunStatus.STOPPED && !deliberate) {
                boolean failed = status == RunStatus.ERROR;
                also(connection -> ErrorCount.note(connection, row.scenario(), failed, error));
            }
        }
    }

    /** What a run that waits for this one is told. */
    static Entry answer(RunRow row, Standing standing, Fields outputs) {
        long startedAt = row.startedAt();
        long end = standing.endedAt() == null ? startedAt : standing.endedAt();
        long micros = Math.max(0, end - startedAt) * 1_000;
        if (standing.status() == RunStatus.SUCCESS || standing.status() == RunStatus.WARNING) {
            return new Entry.Emitted(List.of(outputs), Subscenarios.EFFECT, startedAt, micros);
        }
        RunError error = standing.error();
        Message message = error == null
                ? Message.of("run.call.stopped", row.scenarioName())
                : Message.of(
                        "run.call.failed",
                        row.scenarioName(),
                        error.said().<Object>map(Said::message).orElse(error.message()));
        Failure failure = Failure.of(
                error == null ? Failure.Kind.RUNTIME : Subscenarios.kind(error.kind()),
                java.util.Locale.ENGLISH,
                new Said(message, Optional.of(Message.of("run.call.failed.advice"))));
        return new Entry.Failed(failure.withDetail("run " + row.id()), Subscenarios.EFFECT, startedAt, micros);
    }
}
