package dev.tutti.api;

import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Link;
import dev.tutti.scenario.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The modules whose data can be mapped into one module, nearest first.
 *
 * @param always whether every way to the module leads through it; otherwise its data may be missing
 */
record Upstream(Node module, boolean always) {

    static List<Upstream> of(Blueprint blueprint, int no) {
        Set<Integer> before = reachedBackwards(blueprint, no, Optional.empty());
        List<Integer> starts = before.stream()
                .filter(each -> blueprint.links().stream().noneMatch(link -> link.to() == each && !link.disabled()))
                .toList();
        List<Upstream> found = new ArrayList<>();
        for (int each : before) {
            Set<Integer> without = reachedBackwards(blueprint, no, Optional.of(each));
            boolean always = starts.stream().noneMatch(start -> start != each && without.contains(start));
            blueprint.module(each).ifPresent(module -> found.add(new Upstream(module, always)));
        }
        return found;
    }

    private static Set<Integer> reachedBackwards(Blueprint blueprint, int no, Optional<Integer> without) {
        Set<Integer> seen = new LinkedHashSet<>();
        List<Integer> front = List.of(no);
        while (!front.isEmpty()) {
            List<Integer> next = new ArrayList<>();
            for (Link link : blueprint.links()) {
                boolean fits = front.contains(link.to()) && !link.disabled() && link.from() != no;
                if (fits && !without.equals(Optional.of(link.from())) && seen.add(link.from())) {
                    next.add(link.from());
                }
            }
            front = next;
        }
        return seen;
    }
}
