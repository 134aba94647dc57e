package dev.tutti.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who handles whose failures, as a blueprint says: the error links of a module first, then the groups it is in, the
 * smallest first, then the scenario.
 */
final class Rescues {

    /** Handles failures of these modules, of all where none is named, by the route that begins at {@code entry}. */
    record Rescue(Set<Integer> modules, int entry, Optional<Link> link) {}

    private final List<Rescue> all;
    private final Map<Integer, List<Rescue>> byEntry;

    private Rescues(List<Rescue> all) {
        this.all = List.copyOf(all);
        this.byEntry =
                all.stream().collect(Collectors.groupingBy(Rescue::entry, LinkedHashMap::new, Collectors.toList()));
    }

    static Rescues of(Blueprint blueprint) {
        List<Rescue> all = new ArrayList<>();
        blueprint.links().stream()
                .filter(link -> link.error() && !link.disabled())
                .sorted(Comparator.comparingInt(Link::from).thenComparingInt(Link::order))
                .forEach(link -> all.add(new Rescue(Set.of(link.from()), link.to(), Optional.of(link))));
        blueprint.groups().stream()
                .sorted(Comparator.comparingInt(group -> group.modules().size()))
                .forEach(group -> group.handler()
                        .ifPresent(entry -> all.add(new Rescue(Set.copyOf(group.modules()), entry, Optional.empty()))));
        blueprint
                .settings()
                .failures()
                .handler()
                .ifPresent(entry -> all.add(new Rescue(Set.of(), entry, Optional.empty())));
        return new Rescues(all);
    }

    /** In the order in which they are tried. */
    List<Rescue> all() {
        return all;
    }

    /** The first modules of the routes. */
    Set<Integer> entries() {
        return byEntry.keySet();
    }

    /** All that lead to the route which begins here. */
    List<Rescue> into(int entry) {
        return byEntry.getOrDefault(entry, List.of());
    }

    /** Those of the given modules whose failures the route handles that begins here. */
    Set<Integer> failing(int entry, Set<Integer> flow) {
        Set<Integer> failing = new HashSet<>();
        for (Rescue rescue : into(entry)) {
            failing.addAll(rescue.modules().isEmpty() ? flow : rescue.modules());
        }
        failing.retainAll(flow);
        failing.remove(entry);
        return failing;
    }
}
