package dev.tutti.scenario;

import dev.tutti.connector.Structural;
import dev.tutti.engine.Chain;
import dev.tutti.engine.Limits;
import dev.tutti.engine.Mapping;
import dev.tutti.engine.Plan;
import dev.tutti.engine.Policy;
import dev.tutti.engine.Retry;
import dev.tutti.engine.Route;
import dev.tutti.engine.Step;
import dev.tutti.expression.Condition;
import dev.tutti.expression.Filter;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Turns a blueprint without errors into the plan that the engine walks. */
@Component
final class PlanCompiler {

    private final Catalogue catalogue;

    PlanCompiler(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Plan compile(Blueprint blueprint) {
        return compile(catalogue.flow(blueprint));
    }

    Plan compile(Flow flow) {
        return compile(flow, flow.blueprint().settings().pace().cycles());
    }

    /** @param cycles how many a run may have, whatever the settings say */
    Plan compile(Flow flow, int cycles) {
        Weave.Woven woven = catalogue.weave(flow);
        Optional<Node> trigger = flow.start().filter(catalogue::starts);
        Settings settings = flow.blueprint().settings();
        FailureRules rules = settings.failures();
        return new Plan(
                trigger.map(node -> OptionalInt.of(node.no())).orElse(OptionalInt.empty()),
                new Chain(steps(trigger.isPresent() ? rest(woven.stretch()) : woven.stretch())),
                Limits.DEFAULT,
                settings.timeZone(),
                settings.locale(),
                new Policy(
                        rules.incompletes(), rules.dataLoss(), rules.autoCommit(), rules.commitTriggerLast(), cycles),
                Guarding.of(flow, woven, route -> new Chain(steps(route))),
                flow.inOrder().stream()
                        .collect(Collectors.toMap(Node::no, node -> catalogue.name(node, settings.locale()))));
    }

    private static Weave.Stretch rest(Weave.Stretch stretch) {
        return new Weave.Stretch(stretch.parts().subList(1, stretch.parts().size()), stretch.leaves());
    }

    private List<Step> steps(Weave.Stretch stretch) {
        List<Step> steps = new ArrayList<>();
        for (Weave.Part part : stretch.parts()) {
            switch (part) {
                case Weave.Step step -> filter(step.link()).ifPresent(steps::add);
                case Weave.Work work -> steps.add(step(work.module()));
                case Weave.Split split -> steps.add(router(split));
            }
        }
        return steps;
    }

    private Step.Router router(Weave.Split split) {
        List<Route> routes = split.ways().stream().map(this::route).toList();
        // A router without a meeting point of its own may still have routes that go on to the one around it.
        Optional<Chain> join = split.join()
                .map(stretch -> join(split, stretch))
                .or(() -> routes.stream().anyMatch(Route::joins) ? Optional.of(Chain.EMPTY) : Optional.empty());
        boolean exclusive = catalogue.branches(split.module());
        return new Step.Router(split.module().no(), routes, join, exclusive);
    }

    private Chain join(Weave.Split split, Weave.Stretch stretch) {
        if (stretch.merge(catalogue).isEmpty()) {
            return new Chain(steps(stretch));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(merge(stretch.merge(catalogue).get(), split));
        steps.addAll(steps(
                new Weave.Stretch(stretch.parts().subList(1, stretch.parts().size()), stretch.leaves())));
        return new Chain(steps);
    }

    private static Step.Merge merge(Node module, Weave.Split split) {
        List<Step.Merged> outputs = new ArrayList<>();
        if (module.values().get("outputs") instanceof Items items) {
            for (Value item : items.items()) {
                if (item instanceof Fields output
                        && output.get("name") instanceof Text name
                        && !name.text().isBlank()) {
                    outputs.add(new Step.Merged(
                            name.text(),
                            branches(output.get("values"), split.ways().size())));
                }
            }
        }
        return new Step.Merge(module.no(), split.module().no(), outputs);
    }

    private static List<Mapping> branches(Value values, int branches) {
        return IntStream.range(0, branches)
                .mapToObj(i -> values instanceof Items items && i < items.size()
                        ? Mappings.of(items.get(i))
                        : new Mapping.Constant(Nothing.NULL))
                .toList();
    }

    private Route route(Weave.Way way) {
        Link link = way.link();
        if (link.disabled()) {
            return new Route(Optional.empty(), Chain.EMPTY, false, true, false);
        }
        return new Route(
                filter(link),
                new Chain(steps(way.stretch())),
                link.fallback(),
                false,
                way.stretch().leaves());
    }

    static Optional<Step.Filter> filter(Link link) {
        return link.filter()
                .filter(filter -> filter.conditions().stream().anyMatch(group -> !group.isEmpty()))
                .map(filter -> new Step.Filter(link.from(), link.to(), Condition.compile(condition(filter))));
    }

    private static Filter condition(LinkFilter filter) {
        return new Filter(
                filter.name().orElse(""),
                filter.conditions().stream()
                        .map(group -> group.stream()
                                .map(row ->
                                        new Filter.Row(row.a(), row.o(), row.b().orElse("")))
                                .toList())
                        .toList());
    }

    private Step step(Node module) {
        return catalogue
                .role(module)
                .filter(role -> role != Structural.INCREMENT
                        || !module.values().get("reset").equals(Text.of("never")))
                .map(role -> StructuralSteps.step(role, module))
                .orElseGet(() -> call(module));
    }

    private Step call(Node module) {
        return new Step.Call(
                module.no(),
                module.module(),
                module.version(),
                input(module),
                module.connection(),
                module.disabled(),
                module.retry().map(PlanCompiler::retry));
    }

    private static Retry retry(RetryRule rule) {
        return new Retry(
                rule.attempts(),
                Duration.ofSeconds(rule.seconds()),
                rule.backoff(),
                rule.errors().isEmpty() ? Retry.PASSING : ErrorTypes.kinds(rule.errors()));
    }

    private Mapping input(Node module) {
        return module.disabled()
                ? new Mapping.Constant(Fields.EMPTY)
                : Mappings.of(
                        module.values(),
                        catalogue
                                .find(module.module())
                                .map(spec -> spec.fields())
                                .orElse(List.of()));
    }
}
