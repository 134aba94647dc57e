package dev.tutti.api;

import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Link;
import dev.tutti.scenario.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules whose data can be mapped into one module, nearest first.
 *
 * @param always whether every way to the module leads through it; otherwise its data may be missing
 * @param failed whether it is here because it has failed: it returns nothing but its error
 */
record Upstream(Node module, boolean always, boolean failed) {

    static List<Upstream> of(Blueprint blueprint, int no) {
        Ways ways = Ways.of(blueprint);
        Set<Integer> before = ways.before(no, Optional.empty());
        List<Integer> starts =
                before.stream().filter(each -> ways.leadingTo(each).isEmpty()).toList();
        Set<Integer> failing = ways.failing(no);
        List<Upstream> found = new ArrayList<>();
        for (int each : before) {
            Set<Integer> without = ways.before(no, Optional.of(each));
            boolean always = starts.stream().noneMatch(start -> start != each && without.contains(start));
            boolean failed = failing.equals(Set.of(each));
            blueprint.module(each).ifPresent(module -> found.add(new Upstream(module, always, failed)));
        }
        return found;
    }

    /**
     * From where bundles come to each module.
     *
     * @param links on the ordinary way
     * @param failures when one of these modules fails
     * @param all either way
     */
    private record Ways(
            Map<Integer, Set<Integer>> links, Map<Integer, Set<Integer>> failures, Map<Integer, Set<Integer>> all) {

        static Ways of(Blueprint blueprint) {
            Map<Integer, Set<Integer>> links = new HashMap<>();
            for (Link link : blueprint.links()) {
                if (!link.disabled() && !link.error()) {
                    links.computeIfAbsent(link.to(), _ -> new LinkedHashSet<>()).add(link.from());
                }
            }
            Map<Integer, Set<Integer>> failures = blueprint.failing();
            Map<Integer, Set<Integer>> all = new HashMap<>();
            Stream.of(links, failures)
                    .forEach(some -> some.forEach((to, from) ->
                            all.computeIfAbsent(to, _ -> new LinkedHashSet<>()).addAll(from)));
            return new Ways(links, failures, all);
        }

        Set<Integer> leadingTo(int no) {
            return all.getOrDefault(no, Set.of());
        }

        Set<Integer> before(int no, Optional<Integer> without) {
            Set<Integer> seen = new LinkedHashSet<>();
            Deque<Integer> front = new ArrayDeque<>(List.of(no));
            while (!front.isEmpty()) {
                for (int from : leadingTo(front.remove())) {
                    if (from != no && !without.equals(Optional.of(from)) && seen.add(from)) {
                        front.add(from);
                    }
                }
            }
            return seen;
        }

        /** The modules one of which has failed where this one runs; none for a module of the flow itself. */
        Set<Integer> failing(int no) {
            Set<Integer> route = new LinkedHashSet<>(Set.of(no));
            Deque<Integer> front = new ArrayDeque<>(route);
            while (!front.isEmpty()) {
                links.getOrDefault(front.remove(), Set.of()).stream()
                        .filter(route::add)
                        .forEach(front::add);
            }
            return route.stream()
                    .flatMap(each -> failures.getOrDefault(each, Set.of()).stream())
                    .collect(Collectors.toSet());
        }
    }
}
