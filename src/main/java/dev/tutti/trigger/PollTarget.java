package dev.tutti.trigger;

import dev.tutti.connector.Modules;
import dev.tutti.connector.Polled;
import dev.tutti.connector.Polling;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Reply;
import dev.tutti.engine.RunContext;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Transaction;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.Node;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Fields;
import dev.tutti.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A trigger to ask, as it stands in a blueprint. */
record PollTarget(ScenarioId scenario, String name, boolean test, Node node, ZoneId zone, Locale locale) {

    /** The version's trigger, if it is one to be asked. */
    static Optional<PollTarget> of(Executable executable, Modules modules) {
        return node(executable.blueprint(), modules)
                .filter(node -> executable.plan().trigger().orElse(-1) == node.no())
                .map(node -> new PollTarget(
                        executable.version().scenario(),
                        executable.scenarioName(),
                        executable.version().number().isEmpty(),
                        node,
                        executable.plan().zone(),
                        executable.plan().locale()));
    }

    /** The trigger of a blueprint that may not be finished. */
    static Optional<PollTarget> of(ScenarioId scenario, String name, Blueprint blueprint, Modules modules) {
        return node(blueprint, modules)
                .map(node -> new PollTarget(
                        scenario,
                        name,
                        true,
                        node,
                        blueprint.settings().timeZone(),
                        blueprint.settings().locale()));
    }

    private static Optional<Node> node(Blueprint blueprint, Modules modules) {
        return blueprint.modules().stream()
                .filter(node -> !node.disabled())
                .filter(node -> modules.polling(node.module()).isPresent())
                .filter(node -> blueprint.links().stream().noneMatch(link -> link.to() == node.no()))
                .findFirst();
    }

    Polling polling(Modules modules) {
        return modules.polling(node.module()).orElseThrow();
    }

    interface Question<T> {
        Polled<T> put(Polling polling, Fields values, Invocation invocation);
    }

    /** Asks it something. There is no run yet, and the module is told so. */
    <T> Polled<T> ask(Modules modules, Instant now, Question<T> question) {
        Invocation invocation = new Asking(this, now);
        return modules.ask(
                node.module(),
                node.values(),
                invocation,
                (polling, values) -> question.put(polling, values, invocation));
    }

    private record Asking(PollTarget target, Instant now) implements Invocation {
        @Override
        public StepPath at() {
            return StepPath.of(target.node.no(), 1);
        }

        @Override
        public String idempotencyKey() {
            return "poll:" + target.scenario + ":" + now.toEpochMilli();
        }

        @Override
        public RunContext run() {
            return new RunContext(
                    "", target.scenario.toString(), WorkspaceId.FIRST.toString(), target.name, target.test);
        }

        @Override
        public Optional<String> connection() {
            return target.node.connection();
        }

        @Override
        public UUID uuid() {
            return UUID.randomUUID();
        }

        @Override
        public ZoneId zone() {
            return target.zone;
        }

        @Override
        public Locale locale() {
            return target.locale;
        }

        @Override
        public <T extends Transaction> T transaction(String key, Supplier<T> opener) {
            throw new UnsupportedOperationException("Nothing is changed by asking");
        }

        @Override
        public void respond(Reply reply) {
            // nobody waits
        }
    }
}
