package dev.tutti.scenario;

import dev.tutti.engine.Chain;
import dev.tutti.engine.Limits;
import dev.tutti.engine.Mapping;
import dev.tutti.engine.Plan;
import dev.tutti.engine.Route;
import dev.tutti.engine.Step;
import dev.tutti.expression.Condition;
import dev.tutti.expression.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
        Weave.Stretch whole = catalogue.weave(flow).stretch();
        Optional<Node> trigger = flow.start().filter(catalogue::starts);
        Settings settings = flow.blueprint().settings();
        return new Plan(
                trigger.map(node -> OptionalInt.of(node.no())).orElse(OptionalInt.empty()),
                new Chain(steps(trigger.isPresent() ? rest(whole) : whole)),
                Limits.DEFAULT,
                settings.timeZone(),
                settings.locale());
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
                .map(stretch -> new Chain(steps(stretch)))
                .or(() -> routes.stream().anyMatch(Route::joins) ? Optional.of(Chain.EMPTY) : Optional.empty());
        return new Step.Router(split.module().no(), routes, join);
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

    private static Optional<Step.Filter> filter(Link link) {
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
                .map(role -> StructuralSteps.step(role, module))
                .orElseGet(() -> new Step.Call(
                        module.no(),
                        module.module(),
                        module.version(),
                        input(module),
                        module.connection(),
                        module.disabled()));
    }

    private Mapping input(Node module) {
        return module.disabled()
                ? new Mapping.Constant(dev.tutti.value.Fields.EMPTY)
                : Mappings.of(
                        module.values(),
                        catalogue
                                .find(module.module())
                                .map(spec -> spec.fields())
                                .orElse(List.of()));
    }
}
