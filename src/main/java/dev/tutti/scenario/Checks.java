package dev.tutti.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the problems of a blueprint: its shape, the form of each module, the filters, what they refer to. */
@Component
final class Checks {

    /** How deep routers may lie in each other. */
    private static final int MOST_LEVELS = 150;

    private final Catalogue catalogue;
    private final FormCheck forms;
    private final LinkCheck links;
    private final StartCheck starts;

    Checks(Catalogue catalogue, FormCheck forms, LinkCheck links, StartCheck starts) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.links = links;
        this.starts = starts;
    }

    /** Errors first, then by module. */
    List<Problem> check(Blueprint blueprint) {
        Flow flow = catalogue.flow(blueprint);
        List<Problem> problems = new ArrayList<>();
        starts.check(flow, problems::add);
        shape(flow, problems::add);
        SpanMap spans = SpanMap.of(flow, catalogue);
        for (Node module : blueprint.modules()) {
            boolean reached = flow.reaches(module.no());
            Consumer<Problem> report = problem -> problems.add((reached ? problem : problem.mild()).in(module.no()));
            if (!reached && flow.start().isPresent()) {
                report.accept(Problem.info("loose"));
            }
            forms.check(module, flow, spans, report);
        }
        for (Link link : blueprint.links()) {
            boolean reached = flow.reaches(link.from()) && !link.disabled();
            links.check(link, flow, spans, problem -> problems.add((reached ? problem : problem.mild()).on(link)));
        }
        return problems.stream()
                .sorted(java.util.Comparator.comparing(Problem::severity)
                        .thenComparingInt(problem -> problem.module().orElse(0)))
                .toList();
    }

    private void shape(Flow flow, Consumer<Problem> report) {
        for (Set<Integer> cycle : flow.cycles()) {
            String numbers = cycle.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            report.accept(Problem.error("cycle", numbers)
                    .in(cycle.stream().mapToInt(no -> no).min().orElseThrow()));
        }
        for (Node module : flow.blueprint().modules()) {
            if (!catalogue.routes(module) && flow.outgoing(module.no()).size() > 1) {
                report.accept(Problem.error("two-ways").in(module.no()));
            }
            if (catalogue.routes(module)
                    && flow.outgoing(module.no()).stream()
                                    .filter(Link::fallback)
                                    .count()
                            > 1) {
                report.accept(Problem.error("several-fallbacks").in(module.no()));
            }
        }
        if (flow.ordered()) {
            Weave.Woven woven = catalogue.weave(flow);
            woven.tangled()
                    .forEach(no ->
                            report.accept(Problem.error("join-does-not-nest").in(no)));
            if (woven.stretch().levels() > MOST_LEVELS) {
                report.accept(Problem.error("too-many-levels", MOST_LEVELS));
            }
        }
    }
}
