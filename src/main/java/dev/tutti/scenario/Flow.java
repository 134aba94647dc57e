package dev.tutti.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * The way bundles take through a blueprint, seen as a graph: where it starts, what is reached from there, what lies
 * before what. Disabled links are not part of it. The routes that handle failures are flows of their own, behind all
 * modules whose failures they handle.
 */
final class Flow {

    private final Blueprint blueprint;
    private final Map<Integer, Node> modules = new HashMap<>();
    private final Map<Integer, List<Link>> outgoing = new HashMap<>();
    private final Map<Integer, List<Link>> incoming = new HashMap<>();
    private final Graph<Integer, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
    private final List<Set<Integer>> cycles;
    private final Rescues rescues;
    private final Optional<Node> start;
    private final Set<Integer> main;
    private final Set<Integer> reached;

    /** By module of a route that handles failures: the first modules of the routes it belongs to. */
    private final Map<Integer, Set<Integer>> routes = new HashMap<>();

    /** By first module of such a route: the modules whose failures it handles. */
    private final Map<Integer, Set<Integer>> failing = new HashMap<>();

    private final Map<Integer, List<Node>> meetings = new HashMap<>();
    private final Precedence precedence;
    private final List<Node> inOrder;

    /**
     * The refs of modules that matter for the shape.
     *
     * @param triggers start a scenario
     * @param branching take one way out only, and have their branches come together at one of {@code merging}
     */
    record Refs(Set<String> triggers, Set<String> branching, Set<String> merging) {}

    private final Refs refs;

    private Flow(Blueprint blueprint, Refs refs) {
        this.blueprint = blueprint;
        this.refs = refs;
        for (Node module : blueprint.modules()) {
            modules.put(module.no(), module);
            graph.addVertex(module.no());
        }
        for (Link link : blueprint.links()) {
            if (!link.disabled() && !link.error()) {
                outgoing.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link);
                incoming.computeIfAbsent(link.to(), _ -> new ArrayList<>()).add(link);
                graph.addEdge(link.from(), link.to());
            }
        }
        outgoing.values().forEach(links -> links.sort(Comparator.comparingInt(Link::order)));
        cycles = new KosarajuStrongConnectivityInspector<>(graph)
                .stronglyConnectedSets().stream().filter(set -> set.size() > 1).toList();
        rescues = Rescues.of(blueprint);
        start = start(refs.triggers());
        main = start.map(node -> reachedFrom(node.no())).orElse(Set.of());
        reached = new HashSet<>(main);
        rescues.entries().forEach(this::route);
        incoming.values()
                .forEach(
                        links -> links.removeIf(link -> reached.contains(link.to()) && !reached.contains(link.from())));
        precedence = precedence();
        inOrder = precedence.order().stream().flatMap(no -> module(no).stream()).toList();
        inOrder.forEach(this::meet);
    }

    static Flow of(Blueprint blueprint, Refs refs) {
        return new Flow(blueprint, refs);
    }

    /** Takes in a route that handles failures; one that leads back into the flow is none. */
    private void route(int entry) {
        Set<Integer> guarded = rescues.failing(entry, main);
        Set<Integer> steps = reachedFrom(entry);
        if (guarded.isEmpty() || steps.stream().anyMatch(main::contains)) {
            return;
        }
        reached.addAll(steps);
        failing.put(entry, guarded);
        steps.forEach(no -> routes.computeIfAbsent(no, _ -> new HashSet<>()).add(entry));
    }

    /**
     * A trigger if there is one; else, of the modules to which no link leads, the one from which most are reached, and
     * of those the one with the lowest number.
     */
    private Optional<Node> start(Set<String> triggers) {
        List<Node> ends = blueprint.modules().stream()
                .filter(module -> incoming(module.no()).isEmpty())
                .toList();
        List<Node> proper = ends.stream()
                .filter(module -> !rescues.entries().contains(module.no()))
                .toList();
        List<Node> roots = proper.isEmpty() ? ends : proper;
        List<Node> candidates =
                roots.stream().filter(root -> triggers.contains(root.module())).toList();
        Map<Integer, Integer> sizes = new HashMap<>();
        List<Node> chosen = candidates.isEmpty() ? roots : candidates;
        if (chosen.size() > 1) {
            chosen.forEach(root -> sizes.put(root.no(), reachedFrom(root.no()).size()));
        }
        return chosen.stream()
                .min(Comparator.comparingInt((Node root) -> -sizes.getOrDefault(root.no(), 0))
                        .thenComparingInt(Node::no));
    }

    private Set<Integer> reachedFrom(int no) {
        Set<Integer> seen = new HashSet<>();
        new BreadthFirstIterator<>(graph, no).forEachRemaining(seen::add);
        return seen;
    }

    private Precedence precedence() {
        Graph<Integer, DefaultEdge> all = new DefaultDirectedGraph<>(DefaultEdge.class);
        if (cycles.stream().flatMap(Set::stream).noneMatch(reached::contains)) {
            Graphs.addGraph(all, new AsSubgraph<>(graph, reached));
            failing.forEach((entry, guarded) -> guarded.forEach(no -> all.addEdge(no, entry)));
        }
        return Precedence.of(all);
    }

    /** Finds where ways come together that had parted. */
    private void meet(Node module) {
        Optional<Node> parting = Optional.empty();
        if (incoming(module.no()).size() > 1) {
            parting = gate(module.no()).filter(gate -> together(gate.no(), module.no()));
        } else if (refs.merging().contains(module.module())) {
            parting = open(module.no());
        }
        parting.ifPresent(router ->
                meetings.computeIfAbsent(router.no(), _ -> new ArrayList<>()).add(module));
    }

    /** The last If-else before a Merge, to which only one of its branches leads, that no other Merge has closed. */
    private Optional<Node> open(int merge) {
        return precedence.alwaysBefore(merge).stream()
                .flatMap(no -> module(no).stream())
                .filter(module -> refs.branching().contains(module.module())
                        && together(module.no(), merge)
                        && meetings(module.no()).stream().noneMatch(met -> isAlwaysBefore(met.no(), merge)))
                .reduce((_, last) -> last);
    }

    private boolean together(int one, int other) {
        return entries(one).equals(entries(other));
    }

    /** A module of the flow itself to which a route for failures leads back. */
    Optional<Node> back(int entry) {
        return reachedFrom(entry).stream()
                .filter(main::contains)
                .sorted()
                .findFirst()
                .flatMap(this::module);
    }

    /** Who handles whose failures, as it is drawn. */
    Rescues rescues() {
        return rescues;
    }

    /** The first modules of the routes for failures to which a module belongs; none for one of the flow itself. */
    Set<Integer> entries(int no) {
        return routes.getOrDefault(no, Set.of());
    }

    /** Whether bundles reach a module on their ordinary way, not only when something fails. */
    boolean inMain(int no) {
        return main.contains(no);
    }

    /** The modules of the flow whose failures may have led to a module; none for one of the flow itself. */
    Set<Integer> failing(int no) {
        Set<Integer> all = new HashSet<>();
        entries(no).forEach(entry -> all.addAll(failing.getOrDefault(entry, Set.of())));
        return all;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    Optional<Node> module(int no) {
        return Optional.ofNullable(modules.get(no));
    }

    /** The ordinary links that leave a module and are not disabled, in their order. */
    List<Link> outgoing(int no) {
        return outgoing.getOrDefault(no, List.of());
    }

    /** All ordinary links that leave a module, the disabled ones too, in their order. */
    List<Link> ways(int no) {
        return blueprint.links().stream()
                .filter(link -> link.from() == no && !link.error())
                .sorted(Comparator.comparingInt(Link::order))
                .toList();
    }

    /** The modules at which ways come together that had parted at this one, the first first. */
    List<Node> meetings(int no) {
        return meetings.getOrDefault(no, List.of());
    }

    /** The links that lead to a module from what the start reaches, without the disabled ones. */
    List<Link> incoming(int no) {
        return incoming.getOrDefault(no, List.of());
    }

    /** Groups of modules that lead back to themselves. */
    List<Set<Integer>> cycles() {
        return cycles;
    }

    /** Whether what the start reaches has no way back, so that there is an order. */
    boolean ordered() {
        return !inOrder.isEmpty();
    }

    Optional<Node> start() {
        return start;
    }

    boolean reaches(int no) {
        return reached.contains(no);
    }

    /** The modules that are reached, each after those before it. */
    List<Node> inOrder() {
        return inOrder;
    }

    /** Whether some way leads from the one through to the other. */
    boolean isBefore(int one, int other) {
        return precedence.isBefore(one, other);
    }

    /** Whether every way to the other leads through the one. */
    boolean isAlwaysBefore(int one, int other) {
        return precedence.isAlwaysBefore(one, other);
    }

    /** The last module through which every way to this one leads. */
    Optional<Node> gate(int no) {
        List<Integer> before = precedence.alwaysBefore(no);
        return before.isEmpty() ? Optional.empty() : module(before.getLast());
    }
}
