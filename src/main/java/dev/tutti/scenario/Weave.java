package dev.tutti.scenario;

import dev.tutti.connector.Structural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the graph into stretches that nest: modules one after another, routers with their routes, and what follows a
 * router where its routes come together again. A module to which several links lead must be such a meeting point: every
 * way to it splits at one router, and the routes of that router meet nowhere else.
 */
final class Weave {

    /** Modules one after another. {@code leaves} tells whether bundles go on to the meeting point after it. */
    record Stretch(List<Part> parts, boolean leaves) {

        /** The Merge that it begins with, where it is what follows an If-else. */
        Optional<Node> merge(Catalogue catalogue) {
            return parts.isEmpty() || !(parts.getFirst() instanceof Work(Node module))
                    ? Optional.empty()
                    : Optional.of(module).filter(first -> catalogue.role(first).equals(Optional.of(Structural.MERGE)));
        }

        /** All routers in it, those within others too. */
        Stream<Split> splits() {
            return parts.isEmpty() || !(parts.getLast() instanceof Split split)
                    ? Stream.empty()
                    : Stream.concat(
                            Stream.of(split),
                            Stream.concat(split.ways().stream().map(Way::stretch), split.join().stream())
                                    .flatMap(Stretch::splits));
        }

        /** How many routers lie in each other here, one after another counted too, as one joins into the next. */
        int levels() {
            return parts.isEmpty() || !(parts.getLast() instanceof Split split)
                    ? 0
                    : 1
                            + Stream.concat(split.ways().stream().map(Way::stretch), split.join().stream())
                                    .mapToInt(Stretch::levels)
                                    .max()
                                    .orElse(0);
        }
    }

    sealed interface Part {}

    /** The link that leads to what follows in the stretch, or at its end out of it. */
    record Step(Link link) implements Part {}

    record Work(Node module) implements Part {}

    /** A module with several ways out; always the last part of its stretch. */
    record Split(Node module, List<Way> ways, Optional<Stretch> join) implements Part {}

    /** A way out of a router; a disabled one leads nowhere. */
    record Way(Link link, Stretch stretch) {}

    private final Flow flow;
    private final Set<String> routers;
    private final Set<Integer> tangled = new LinkedHashSet<>();

    private Weave(Flow flow, Set<String> routers) {
        this.flow = flow;
        this.routers = routers;
    }

    /**
     * The whole scenario, the routes for failures by their first modules, and the modules at which ways come together
     * that do not nest.
     */
    record Woven(Stretch stretch, Map<Integer, Stretch> rescues, Set<Integer> tangled) {

        /** How deep routers lie in each other. */
        int levels() {
            return Stream.concat(Stream.of(stretch), rescues.values().stream())
                    .mapToInt(Stretch::levels)
                    .max()
                    .orElse(0);
        }
    }

    /** @param routers the refs of modules whose links are routes even when there is only one */
    static Woven weave(Flow flow, Set<String> routers) {
        Weave weave = new Weave(flow, routers);
        Stretch stretch =
                flow.start().map(start -> weave.stretch(start.no(), null)).orElse(new Stretch(List.of(), false));
        Map<Integer, Stretch> rescues = new LinkedHashMap<>();
        flow.rescues().entries().stream()
                .filter(entry -> flow.entries(entry).contains(entry))
                .forEach(entry -> rescues.put(entry, weave.stretch(entry, null)));
        return new Woven(stretch, rescues, weave.tangled);
    }

    private Stretch stretch(int first, @Nullable Integer meeting) {
        List<Part> parts = new ArrayList<>();
        int no = first;
        while (true) {
            if (meeting != null && no == meeting) {
                return new Stretch(parts, true);
            }
            if (no != first && flow.incoming(no).size() > 1) {
                tangled.add(no);
                return new Stretch(parts, false);
            }
            Node module = flow.module(no).orElseThrow();
            List<Link> links = flow.outgoing(no);
            if (links.size() > 1 || routers.contains(module.module())) {
                Split split = split(module, meeting);
                parts.add(split);
                boolean leaves = split.join()
                        .map(Stretch::leaves)
                        .orElseGet(() -> split.ways().stream()
                                .anyMatch(way -> way.stretch().leaves()));
                return new Stretch(parts, leaves);
            }
            parts.add(new Work(module));
            if (links.isEmpty()) {
                return new Stretch(parts, false);
            }
            parts.add(new Step(links.getFirst()));
            no = links.getFirst().to();
        }
    }

    private Split split(Node router, @Nullable Integer meeting) {
        Optional<Node> join = flow.meetings(router.no()).stream().findFirst();
        Integer inner = join.map(Node::no).orElse(meeting);
        List<Way> ways = flow.ways(router.no()).stream()
                .map(link -> new Way(link, link.disabled() ? new Stretch(List.of(), false) : route(link.to(), inner)))
                .toList();
        return new Split(router, ways, join.map(node -> stretch(node.no(), meeting)));
    }

    private Stretch route(int first, @Nullable Integer meeting) {
        if (flow.incoming(first).size() > 1 && (meeting == null || first != meeting)) {
            tangled.add(first);
            return new Stretch(List.of(), false);
        }
        return stretch(first, meeting);
    }
}
