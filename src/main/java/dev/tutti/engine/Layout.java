package dev.tutti.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan with its steps tied together, and proof that its aggregators come after their sources. */
final class Layout {
    /** Module numbers are places in an array. */
    static final int LARGEST_ID = 99_999;

    /** How deep routers, joins and handlers may lie in one another: a walk stands on the stack that often. */
    private static final int DEEPEST = 200;

    /** The trigger, or a stand-in for one. */
    final Node start;

    /** The first module of a plan without a trigger; else 0. */
    final int first;

    /** The first module to use each connection. */
    final Map<String, Integer> connections = new LinkedHashMap<>();

    /** The handlers of the plan, tied. */
    final List<Node.Rescue> rescues;

    /** One more than the largest module number. */
    final int slots;

    int aggregators;

    /** Whether any expression asks for the place of a bundle among those of its operation. */
    boolean asksForPlaces;

    private final Set<Integer> seen = new HashSet<>();
    private final Map<Integer, Node> nodes = new HashMap<>();
    private int largest;
    private boolean inHandler;

    Layout(OptionalInt trigger, Chain chain, Guards guards) {
        start = new Node(trigger.orElse(0), null, null);
        trigger.ifPresent(this::claim);
        nodes.put(start.id, start);
        start.next = tie(chain, null, 0);
        first = trigger.isPresent() ? 0 : first(chain);
        List<Node> guarded = List.copyOf(nodes.values());
        inHandler = true;
        Map<Chain, Optional<Node>> routes = new IdentityHashMap<>();
        rescues = guards.handlers().stream()
                .map(handler -> new Node.Rescue(
                        handler,
                        routes.computeIfAbsent(handler.route(), route -> Optional.ofNullable(tie(route, null, 0)))
                                .orElse(null)))
                .toList();
        guarded.forEach(node -> node.rescues = rescues(node.id, guards));
        List<Integer> before = new ArrayList<>();
        trigger.ifPresent(before::add);
        collect(chain, before);
        routes.keySet().forEach(route -> collect(route, new ArrayList<>()));
        asksForPlaces |= guards.handlers().stream()
                .anyMatch(handler ->
                        handler.filter().filter(Layout::asksForPlaces).isPresent());
        slots = largest + 1;
    }

    private static int first(Chain chain) {
        return chain.steps().stream()
                .filter(step -> !(step instanceof Step.Filter))
                .findFirst()
                .map(step -> number(step))
                .orElse(0);
    }

    /** The modules that may see what this one emits or how it failed. */
    Set<Integer> after(int module) {
        Set<Node> seen = new HashSet<>();
        Deque<Node> left = new ArrayDeque<>();
        Node from = nodes.get(module);
        if (from != null) {
            left.add(from);
        }
        while (!left.isEmpty()) {
            Node node = left.remove();
            Stream.of(
                            Stream.ofNullable(node.next),
                            Arrays.stream(node.routes),
                            node.rescues.stream().map(Node.Rescue::entry))
                    .flatMap(all -> all)
                    .filter(Objects::nonNull)
                    .filter(seen::add)
                    .forEach(left::add);
        }
        return seen.stream().map(node -> node.id).filter(id -> id != 0).collect(Collectors.toSet());
    }

    /** What this module does; nothing for a trigger or an unknown number. */
    @Nullable
    Step step(int module) {
        Node node = nodes.get(module);
        return node == null ? null : node.step;
    }

    Set<Integer> modules() {
        return nodes.keySet();
    }

    private List<Node.Rescue> rescues(int module, Guards guards) {
        return guards.guards().stream()
                .filter(guard -> guard.modules().isEmpty() || guard.modules().contains(module))
                .flatMap(guard -> guard.handlers().stream())
                .map(rescues::get)
                .toList();
    }

    /** Gives each aggregator to its source; {@code before} are the modules whose operations are under way here. */
    private void collect(Chain chain, List<Integer> before) {
        for (Step step : chain.steps()) {
            switch (step) {
                case Step.Filter _, Step.Decide _ -> {}
                case Step.Call _, Step.Iterate _, Step.Assign _, Step.Recall _ -> before.add(number(step));
                case Step.Merge _, Step.Increment _, Step.Return _ -> before.add(number(step));
                case Step.Aggregate aggregate -> collect(aggregate, before);
                case Step.Router router -> {
                    router.routes().forEach(route -> collect(route.chain(), new ArrayList<>(before)));
                    router.join().ifPresent(join -> collect(join, before));
                }
            }
        }
    }

    /** The number of the module that a step stands for. */
    static int number(Step step) {
        return switch (step) {
            case Step.Filter _ -> 0;
            case Step.Call call -> call.id();
            case Step.Iterate iterate -> iterate.id();
            case Step.Assign assign -> assign.id();
            case Step.Recall recall -> recall.id();
            case Step.Merge merge -> merge.id();
            case Step.Increment increment -> increment.id();
            case Step.Return back -> back.id();
            case Step.Aggregate aggregate -> aggregate.id();
            case Step.Router router -> router.id();
            case Step.Decide decide -> decide.id();
        };
    }

    private void collect(Step.Aggregate aggregate, List<Integer> before) {
        int at = before.indexOf(aggregate.source());
        Node source = nodes.get(aggregate.source());
        Node node = nodes.get(aggregate.id());
        if (at < 0 || source == null || node == null) {
            throw new IllegalArgumentException(
                    "Aggregator " + aggregate.id() + " does not come after its source " + aggregate.source());
        }
        node.place = aggregators++;
        source.collectors = Arrays.copyOf(source.collectors, source.collectors.length + 1);
        source.collectors[source.collectors.length - 1] = node;
        before.subList(at + 1, before.size()).clear();
        before.add(aggregate.id());
    }

    private @Nullable Node tie(Chain chain, @Nullable Node after, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("More than " + DEEPEST + " steps lie in one another");
        }
        Node next = after;
        for (int i = chain.steps().size() - 1; i >= 0; i--) {
            next = tie(chain.steps().get(i), next, depth);
        }
        return next;
    }

    private Node tie(Step step, @Nullable Node after, int depth) {
        asksForPlaces |= asksForPlaces(step);
        if (step instanceof Step.Filter) {
            return new Node(0, step, after);
        }
        claim(number(step));
        if (step instanceof Step.Router router) {
            return router(router, after, depth);
        }
        if (step instanceof Step.Decide) {
            if (!inHandler) {
                throw new IllegalArgumentException("Directive " + number(step) + " is in no handler's route");
            }
            return new Node(number(step), step, null);
        }
        Node node = new Node(number(step), step, after);
        nodes.put(node.id, node);
        if (step instanceof Step.Call call) {
            call.connection().ifPresent(connection -> connections.putIfAbsent(connection, call.id()));
        }
        return node;
    }

    private static boolean asksForPlaces(Step step) {
        return switch (step) {
            case Step.Filter filter -> asksForPlaces(filter);
            case Step.Call call -> asksForPlaces(call.input());
            case Step.Iterate iterate -> asksForPlaces(iterate.items());
            case Step.Assign assign -> asksForPlaces(assign.variables());
            case Step.Recall recall -> asksForPlaces(recall.names());
            case Step.Return back -> asksForPlaces(back.outputs());
            case Step.Increment _ -> false;
            case Step.Merge merge ->
                merge.outputs().stream()
                        .flatMap(output -> output.values().stream())
                        .anyMatch(Layout::asksForPlaces);
            case Step.Aggregate aggregate ->
                aggregate.groupBy().filter(Layout::asksForPlaces).isPresent()
                        || Gatherer.mappings(aggregate.gathering()).stream().anyMatch(Layout::asksForPlaces);
            case Step.Router router ->
                router.routes().stream()
                        .anyMatch(route ->
                                route.filter().filter(Layout::asksForPlaces).isPresent());
            case Step.Decide decide ->
                decide.then() instanceof Directive.Resume(Mapping substitute) && asksForPlaces(substitute);
        };
    }

    private static boolean asksForPlaces(Step.Filter filter) {
        return filter.condition().filter().conditions().stream()
                .flatMap(List::stream)
                .anyMatch(row -> asksForPlaces(row.a()) || asksForPlaces(row.b()));
    }

    private static boolean asksForPlaces(Mapping mapping) {
        return switch (mapping) {
            case Mapping.Constant _ -> false;
            case Mapping.Leaf leaf -> asksForPlaces(leaf.expression().template().source());
            case Mapping.Record fields -> fields.fields().values().stream().anyMatch(Layout::asksForPlaces);
            case Mapping.Array array -> array.items().stream().anyMatch(Layout::asksForPlaces);
        };
    }

    private static boolean asksForPlaces(String source) {
        return source.contains("__IMT");
    }

    private Node router(Step.Router router, @Nullable Node after, int depth) {
        Node node = new Node(router.id(), router, null);
        nodes.put(node.id, node);
        Node join = router.join().isPresent() ? tie(router.join().get(), after, depth + 1) : null;
        node.routes = new Node[router.routes().size()];
        for (int i = 0; i < node.routes.length; i++) {
            Route route = router.routes().get(i);
            node.routes[i] = tie(route.chain(), route.joins() ? join : null, depth + 1);
        }
        return node;
    }

    private void claim(int id) {
        if (id < 1 || id > LARGEST_ID) {
            throw new IllegalArgumentException("Module number " + id + " is not between 1 and " + LARGEST_ID);
        }
        if (!seen.add(id)) {
            throw new IllegalArgumentException("Module number " + id + " is there twice");
        }
        largest = Math.max(largest, id);
    }
}
