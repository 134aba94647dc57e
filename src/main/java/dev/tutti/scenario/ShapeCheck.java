package dev.tutti.scenario;

import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a drawing is a flow: no loops, ways that part at routers only, and that come together where they may. */
@Component
final class ShapeCheck {

    /** How deep routers may lie in each other. */
    private static final int MOST_LEVELS = 150;

    private final Catalogue catalogue;

    ShapeCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void check(Flow flow, Consumer<Problem> report) {
        for (Set<Integer> cycle : flow.cycles()) {
            String numbers = cycle.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            report.accept(Problem.error("cycle", numbers)
                    .in(cycle.stream().mapToInt(no -> no).min().orElseThrow()));
        }
        for (Node module : flow.blueprint().modules()) {
            waysOut(module, flow, report);
        }
        if (flow.ordered()) {
            Weave.Woven woven = catalogue.weave(flow);
            woven.tangled()
                    .forEach(no ->
                            report.accept(Problem.error("join-does-not-nest").in(no)));
            if (woven.levels() > MOST_LEVELS) {
                report.accept(Problem.error("too-many-levels", MOST_LEVELS));
            } else {
                merges(flow, woven, report);
            }
        }
    }

    private void waysOut(Node module, Flow flow, Consumer<Problem> report) {
        List<Link> ways = flow.outgoing(module.no());
        if (!catalogue.routes(module)) {
            if (ways.size() > 1) {
                report.accept(Problem.error("two-ways").in(module.no()));
            }
            return;
        }
        if (ways.stream().filter(Link::fallback).count() > 1) {
            report.accept(Problem.error("several-fallbacks").in(module.no()));
        }
        if (catalogue.branches(module)) {
            for (Link way : ways) {
                if (!way.fallback() && PlanCompiler.filter(way).isEmpty()) {
                    report.accept(Problem.warning("branch-without-condition").on(way));
                }
            }
        }
    }

    private void merges(Flow flow, Weave.Woven woven, Consumer<Problem> report) {
        Map<Integer, Integer> branches = new HashMap<>();
        woven.stretch().splits().forEach(split -> merge(split, branches));
        woven.rescues().values().forEach(route -> route.splits().forEach(split -> merge(split, branches)));
        for (Node module : flow.inOrder()) {
            if (!catalogue.role(module).equals(Optional.of(Structural.MERGE))) {
                continue;
            }
            Integer ways = branches.get(module.no());
            if (ways == null) {
                report.accept(Problem.error("merge-not-at-meeting").in(module.no()));
            } else if (module.values().get("outputs") instanceof Items outputs) {
                for (int i = 0; i < outputs.size(); i++) {
                    int values = outputs.get(i) instanceof Fields output && output.get("values") instanceof Items given
                            ? given.size()
                            : 0;
                    if (values != ways) {
                        report.accept(Problem.warning("merge-values", ways, values)
                                .in(module.no())
                                .at("outputs[" + i + "].values"));
                    }
                }
            }
        }
    }

    private void merge(Weave.Split split, Map<Integer, Integer> branches) {
        if (catalogue.branches(split.module())) {
            split.join()
                    .flatMap(join -> join.merge(catalogue))
                    .ifPresent(merge -> branches.put(merge.no(), split.ways().size()));
        }
    }
}
