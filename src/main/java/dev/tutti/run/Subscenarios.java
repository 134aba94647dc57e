package dev.tutti.run;

import dev.tutti.connector.Failures;
import dev.tutti.connector.ScenarioCalls;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Said;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.ScenarioVersion;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls scenarios from scenarios. The called run begins once, however often the call is repeated; a caller that waits
 * leaves memory and is told by the commit with which the called run ends.
 */
@Component
final class Subscenarios implements ScenarioCalls {

    static final Effect EFFECT = Effect.SEND;

    /** A scenario that calls itself comes to an end, too. */
    static final int DEEPEST = 20;

    private final Supplier<RunNode> node;

    /** @param node later, for it needs the modules of which one calls scenarios */
    @Autowired
    Subscenarios(ObjectProvider<RunNode> node) {
        this(node::getObject);
    }

    Subscenarios(Supplier<RunNode> node) {
        this.node = node;
    }

    @Override
    public Answer start(String scenario, Fields inputs, boolean wait, Invocation caller) {
        RunNode here = node.get();
        return ScenarioId.parse(scenario)
                .flatMap(id -> here.parts().scenarios().find(id))
                .map(callee -> start(here, callee, inputs, wait, caller))
                .orElseGet(() -> fail(caller, "run.call.unknown"));
    }

    private static Answer start(
            RunNode here, ScenarioSummary callee, Fields inputs, boolean wait, Invocation invocation) {
        Optional<ScenarioVersion> live = callee.live();
        if (live.isEmpty() || !callee.on()) {
            return fail(invocation, live.isEmpty() ? "run.call.unpublished" : "run.call.off", callee.name());
        }
        long parent = Long.parseLong(invocation.run().runId());
        if (depth(here.parts().reader(), parent) >= DEEPEST) {
            return fail(invocation, "run.call.deep", callee.name(), DEEPEST);
        }
        Executable executable = here.parts().plans().find(live.get().id()).orElse(null);
        if (executable == null) {
            return fail(invocation, "run.call.unpublished", callee.name());
        }
        return switch (ScenarioInputs.check(executable.blueprint().settings(), inputs)) {
            case ScenarioInputs.Good(Fields good) ->
                begin(
                        here,
                        live.get(),
                        good,
                        invocation,
                        new Parent(parent, wait ? invocation.at().toString() : null));
            case ScenarioInputs.Bad(String name, Message message) ->
                new Refused(Failure.of(
                                Failure.Kind.BUNDLE_VALIDATION,
                                invocation.locale(),
                                new Said(message, Optional.of(Message.of("run.input.advice", callee.name()))))
                        .withDetail(name));
        };
    }

    private static Answer begin(
            RunNode here, ScenarioVersion live, Fields inputs, Invocation invocation, Parent parent) {
        List<Run> before =
                parent.path() == null ? List.of() : here.parts().reader().children(parent.run(), parent.path());
        boolean told = here.parts().journals().signals(parent.run()).stream()
                .anyMatch(line -> line.at().equals(invocation.at()));
        // A call that is made again after it failed calls anew; one that a crash cut short finds what it began.
        Optional<Run> begun =
                before.stream().filter(run -> told || !run.status().ended()).findFirst();
        if (begun.isPresent()) {
            return new Started(begun.get().id().toString());
        }
        String key = "call/" + Keys.hash(invocation.idempotencyKey() + "/" + before.size());
        RunOrder order =
                new RunOrder(live.id(), Cause.CALL, Input.of(List.of(inputs)), Optional.of(key), Optional.empty());
        dev.tutti.run.Started started = here.starts.start(order, parent, run -> null, own -> own);
        return started.accepted() ? new Started(started.id().toString()) : fail(invocation, "run.call.busy");
    }

    private static int depth(RunReader reader, long run) {
        int depth = 0;
        Optional<RunId> caller = Optional.of(new RunId(run));
        while (caller.isPresent() && depth <= DEEPEST) {
            caller = reader.find(caller.get().value())
                    .flatMap(stored -> stored.run().parentRun());
            depth++;
        }
        return depth;
    }

    private static Refused fail(Invocation invocation, String key, Object... arguments) {
        return new Refused(Failures.of(invocation, Failure.Kind.RUNTIME, key, arguments));
    }

    /** The kind of an error by its name in scenarios. */
    static Failure.Kind kind(String type) {
        return Arrays.stream(Failure.Kind.values())
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElse(Failure.Kind.RUNTIME);
    }
}
