package dev.tutti.run;

import dev.tutti.engine.Failure;
import dev.tutti.engine.Journal;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioVersion;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Accepts runs: most go on at once in a thread of their own, the rest wait in the database. */
final class RunStarts {

    private final RunParts parts;
    private final RunEndings endings;
    private final LiveHub live;

    RunStarts(RunParts parts, RunEndings endings, LiveHub live) {
        this.parts = parts;
        this.endings = endings;
        this.live = live;
    }

    Started start(RunOrder order) {
        return start(order, null, run -> null, own -> own);
    }

    /**
     * @param parent the run that calls this one
     * @param besides what becomes durable together with the run of this number
     * @param over what it walks over, made of its own journal
     */
    Started start(
            RunOrder order,
            @Nullable Parent parent,
            LongFunction<@Nullable Write> besides,
            UnaryOperator<Journal> over) {
        Execution execution = execution(order, parent, besides, over);
        Caller caller = execution.caller;
        if (parts.executions().closing()) {
            caller.accepted.complete(new Commit.Failed(new IllegalStateException("Tutti is stopping")));
            caller.answer.complete(new Started.Answer.Unavailable());
        } else if (execution.row.sequential() || !parts.executions().tryEnter()) {
            queue(execution);
        } else {
            walk(execution);
        }
        return new Here(execution, parts.executions(), parts.reader());
    }

    /** A run that is over as it begins. */
    Started failed(RunOrder order, int trigger, Failure failure) {
        Execution execution = execution(order, null, run -> null, own -> own);
        announce(execution);
        endings.finish(execution, execution.fail(trigger, failure));
        return new Here(execution, parts.executions(), parts.reader());
    }

    private Execution execution(
            RunOrder order,
            @Nullable Parent parent,
            LongFunction<@Nullable Write> besides,
            UnaryOperator<Journal> over) {
        Executable executable = parts.plans()
                .find(order.version())
                .orElseThrow(() -> new IllegalArgumentException("There is no version " + order.version()));
        RunRow row = row(order, executable, parent);
        Write first = besides.apply(row.id());
        RunJournal journal = new RunJournal(
                parts.committer(),
                parts.lease(),
                row,
                order.dedupKey().orElse(null),
                Inlet.write(order.input()),
                first == null ? List.of() : List.of(first),
                executable.blueprint().settings().confidential());
        return new Execution(
                row, executable, journal, order.input().bundles(), new Caller(), over.apply(journal), parts);
    }

    private RunRow row(RunOrder order, Executable executable, @Nullable Parent parent) {
        ScenarioVersion version = executable.version();
        return new RunRow(
                parts.ids().next(),
                version.scenario().value(),
                order.version().value(),
                number(version),
                executable.scenarioName(),
                order.cause(),
                Lanes.width(executable.blueprint().settings()) > 0,
                parts.clock().millis(),
                order.replayOf().map(RunId::value).orElse(null),
                parent,
                Standing.running());
    }

    private static @Nullable Integer number(ScenarioVersion version) {
        return version.number().isPresent() ? version.number().getAsInt() : null;
    }

    private void walk(Execution execution) {
        parts.executions().add(execution);
        announce(execution);
        Thread.ofVirtual().name("run-", execution.row.id()).start(() -> {
            try {
                endings.finish(execution, execution.walk(parts.modules()));
            } finally {
                parts.executions().exit();
            }
        });
    }

    private void queue(Execution execution) {
        parts.executions().keep(execution.row.id(), execution.caller);
        announce(execution);
        var unused = execution.journal.queue().thenRun(parts.dispatcher()::poke);
    }

    /** Those who look on are told once the run is durable. */
    private void announce(Execution execution) {
        var unused = execution.caller.accepted.thenAccept(commit -> {
            if (commit instanceof Commit.Done) {
                live.changed(execution.row.scenario(), execution.row.id());
            }
        });
    }
}
