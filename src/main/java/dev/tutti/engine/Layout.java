package dev.tutti.engine;

import dev.tutti.engine.Node.Guard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan with its steps tied together, and proof that its aggregators come after their sources. */
final class Layout {
    /** Module numbers are places in an array. */
    static final int LARGEST_ID = 99_999;

    /** How deep routers, joins and handlers may lie in one another: a walk stands on the stack that often. */
    private static final int DEEPEST = 200;

    /** The trigger, or a stand-in for one. */
    final Node start;

    /** One more than the largest module number. */
    final int slots;

    int aggregators;

    /** Whether any expression asks for the place of a bundle among those of its operation. */
    boolean asksForPlaces;

    private final Set<Integer> seen = new HashSet<>();
    private final Map<Integer, Node> operations = new HashMap<>();
    private int largest;

    Layout(OptionalInt trigger, Chain chain) {
        start = new Node(trigger.orElse(0), null, null, null);
        trigger.ifPresent(this::number);
        operations.put(start.id, start);
        start.next = tie(chain, null, null, 0);
        List<Integer> before = new ArrayList<>();
        trigger.ifPresent(before::add);
        collect(chain, before);
        slots = largest + 1;
    }

    /** Gives each aggregator to its source; {@code before} are the modules whose operations are under way here. */
    private void collect(Chain chain, List<Integer> before) {
        for (Step step : chain.steps()) {
            switch (step) {
                case Step.Filter _ -> {}
                case Step.Call call -> before.add(call.id());
                case Step.Iterate iterate -> before.add(iterate.id());
                case Step.Assign assign -> before.add(assign.id());
                case Step.Recall recall -> before.add(recall.id());
                case Step.Aggregate aggregate -> collect(aggregate, before);
                case Step.Guarded guarded -> {
                    collect(guarded.handler().route(), new ArrayList<>());
                    collect(guarded.body(), before);
                }
                case Step.Router router -> {
                    router.routes().forEach(route -> collect(route.chain(), new ArrayList<>(before)));
                    router.join().ifPresent(join -> collect(join, before));
                }
            }
        }
    }

    private void collect(Step.Aggregate aggregate, List<Integer> before) {
        int at = before.indexOf(aggregate.source());
        Node source = operations.get(aggregate.source());
        Node node = operations.get(aggregate.id());
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

    private @Nullable Node tie(Chain chain, @Nullable Node after, @Nullable Guard guard, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("More than " + DEEPEST + " steps lie in one another");
        }
        Node next = after;
        for (int i = chain.steps().size() - 1; i >= 0; i--) {
            next = tie(chain.steps().get(i), next, guard, depth);
        }
        return next;
    }

    private @Nullable Node tie(Step step, @Nullable Node after, @Nullable Guard guard, int depth) {
        asksForPlaces |= asksForPlaces(step);
        return switch (step) {
            case Step.Filter _ -> new Node(0, step, after, guard);
            case Step.Call call -> operation(call.id(), step, after, guard);
            case Step.Iterate iterate -> operation(iterate.id(), step, after, guard);
            case Step.Aggregate aggregate -> operation(aggregate.id(), step, after, guard);
            case Step.Assign assign -> operation(assign.id(), step, after, guard);
            case Step.Recall recall -> operation(recall.id(), step, after, guard);
            case Step.Router router -> router(router, after, guard, depth);
            case Step.Guarded guarded -> tie(guarded.body(), after, handler(guarded.handler(), depth), depth + 1);
        };
    }

    private static boolean asksForPlaces(Step step) {
        return switch (step) {
            case Step.Filter filter ->
                filter.condition().filter().conditions().stream()
                        .flatMap(List::stream)
                        .anyMatch(row -> asksForPlaces(row.a()) || asksForPlaces(row.b()));
            case Step.Call call -> asksForPlaces(call.input());
            case Step.Iterate iterate -> asksForPlaces(iterate.items());
            case Step.Assign assign -> asksForPlaces(assign.variables());
            case Step.Recall recall -> asksForPlaces(recall.names());
            case Step.Aggregate aggregate ->
                aggregate.groupBy().filter(Layout::asksForPlaces).isPresent()
                        || Gatherer.mappings(aggregate.gathering()).stream().anyMatch(Layout::asksForPlaces);
            case Step.Router router ->
                router.routes().stream()
                        .anyMatch(route ->
                                route.filter().filter(Layout::asksForPlaces).isPresent());
            case Step.Guarded guarded ->
                guarded.handler().then() instanceof Directive.Resume(Mapping substitute) && asksForPlaces(substitute);
        };
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

    private Node operation(int id, Step step, @Nullable Node after, @Nullable Guard guard) {
        number(id);
        Node node = new Node(id, step, after, guard);
        operations.put(id, node);
        return node;
    }

    private Node router(Step.Router router, @Nullable Node after, @Nullable Guard guard, int depth) {
        number(router.id());
        Node node = new Node(router.id(), router, null, guard);
        Node join = router.join().isPresent() ? tie(router.join().get(), after, guard, depth + 1) : null;
        node.routes = new Node[router.routes().size()];
        for (int i = 0; i < node.routes.length; i++) {
            Route route = router.routes().get(i);
            node.routes[i] = tie(route.chain(), route.joins() ? join : null, guard, depth + 1);
        }
        return node;
    }

    private Guard handler(Handler handler, int depth) {
        Node arrival = new Node(0, null, null, null);
        arrival.arrival = Optional.of(handler.then());
        Node entry = tie(handler.route(), arrival, null, depth + 1);
        return new Guard(entry == null ? arrival : entry);
    }

    private void number(int id) {
        if (id < 1 || id > LARGEST_ID) {
            throw new IllegalArgumentException("Module number " + id + " is not between 1 and " + LARGEST_ID);
        }
        if (!seen.add(id)) {
            throw new IllegalArgumentException("Module number " + id + " is there twice");
        }
        largest = Math.max(largest, id);
    }
}
