package dev.tutti.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Finds the problems of a blueprint: its shape, the routes for failures, the form of each module, the filters, what they refer to. */
@Component
final class Checks {

    private final Catalogue catalogue;
    private final FormCheck forms;
    private final LinkCheck links;
    private final StartCheck starts;
    private final ShapeCheck shapes;
    private final RescueCheck rescues;
    private final InterfaceCheck interfaces;

    Checks(
            Catalogue catalogue,
            FormCheck forms,
            LinkCheck links,
            StartCheck starts,
            ShapeCheck shapes,
            RescueCheck rescues,
            InterfaceCheck interfaces) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.links = links;
        this.starts = starts;
        this.shapes = shapes;
        this.rescues = rescues;
        this.interfaces = interfaces;
    }

    /** Errors first, then by module. */
    List<Problem> check(Blueprint blueprint) {
        Flow flow = catalogue.flow(blueprint);
        List<Problem> problems = new ArrayList<>();
        starts.check(flow, problems::add);
        shapes.check(flow, problems::add);
        rescues.check(flow, problems::add);
        interfaces.check(flow, problems::add);
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
}
