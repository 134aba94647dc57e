package dev.tutti.engine;

import dev.tutti.engine.Filling.Faulty;
import dev.tutti.engine.Filling.Filled;
import dev.tutti.engine.Result.Fault;
import dev.tutti.engine.Result.Status;
import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a plan, depth first. It goes from step to step in a loop; only a bundle that has brothers after it is
 * walked on the stack, so that a scenario may be as long as it likes.
 */
final class Walk {
    /** How many operations with several bundles, or with a collector, may lie inside one another. */
    private static final int DEEPEST = 500;

    private final Layout layout;
    private final Journal journal;
    private final Watcher watcher;
    private final Bindings scope;
    private final Texts texts;
    private final Operations operations;
    private final Gates gates;
    private final Inputs.@Nullable Collector collector;
    private final @Nullable Gatherer[] open;
    private final List<Fault> incomplete = new ArrayList<>();
    private int depth;

    /** Where the step that {@link #spread} returned goes on. */
    private @Nullable StepPath tail;

    /** What a handler's route came to. */
    private @Nullable Directive arrived;

    private Value substitute = Fields.EMPTY;

    private @Nullable Result over;

    Walk(Plan plan, Journal journal, Modules modules, Surroundings surroundings, Inputs.@Nullable Collector collector) {
        this.layout = plan.layout();
        this.journal = journal;
        this.watcher = surroundings.watcher();
        Setting setting = Setting.of(plan, journal, modules, surroundings);
        this.scope = setting.scope();
        this.texts = setting.texts();
        this.operations = new Operations(setting, collector);
        this.gates = new Gates(setting, collector);
        this.collector = collector;
        this.open = new Gatherer[layout.aggregators];
    }

    Result run(List<Fields> input) {
        Node start = layout.start;
        List<Fields> bundles = List.of(Fields.EMPTY);
        if (start.id != 0) {
            operations.trigger(start.id);
            bundles = input;
        }
        // A trigger that brings nothing ends the run, unlike a source in the middle: no aggregator speaks.
        if (!bundles.isEmpty()) {
            Node next = spread(start, null, bundles, false);
            follow(next, tail);
        }
        return over != null ? over : ended(incomplete.isEmpty() ? Status.SUCCESS : Status.WARNING, Optional.empty());
    }

    private Result ended(Status status, Optional<Fault> fault) {
        return new Result.Ended(status, operations.total(), fault, incomplete);
    }

    private void follow(@Nullable Node from, @Nullable StepPath context) {
        Node node = from;
        StepPath here = context;
        while (node != null && over == null) {
            if (!watcher.goesOn()) {
                over = ended(Status.STOPPED, Optional.empty());
                return;
            }
            tail = here;
            node = switch (node.step) {
                case null -> arrive(node, here);
                case Step.Filter filter -> passes(filter, here) ? node.next : null;
                case Step.Router router -> route(node, router, here);
                case Step.Aggregate aggregate -> collect(node, aggregate, here);
                case Step.Call call when call.disabled() -> spread(node, here, List.of(Fields.EMPTY), false);
                case Step.Call _, Step.Iterate _, Step.Assign _, Step.Recall _ -> operate(node, node.step, here);
                case Step.Guarded _ -> throw new IllegalStateException("A guarded chain is tied into its plan");
            };
            here = tail;
        }
    }

    private @Nullable Node operate(Node node, Step step, @Nullable StepPath here) {
        StepPath at = StepPath.under(here, node.id, 0);
        return switch (operations.perform(step, node.id, at)) {
            case Upshot.Bundles(var bundles) -> spread(node, here, bundles, false);
            // A handler that ignores the limit would have every later operation fail in turn.
            case Upshot.Fault(Failure failure)
            when failure.kind() == Failure.Kind.OPERATIONS_LIMIT_EXCEEDED ->
                end(ended(Status.ERROR, Optional.of(new Fault(node.id, at, failure))));
            case Upshot.Fault(Failure failure) -> failed(node, here, new Fault(node.id, at, failure));
            case Upshot.Waiting(Wake wake) -> end(new Result.Suspended(at, wake, operations.total()));
            case Upshot.CutShort(Failure failure) -> cutShort(node.id, at, failure);
        };
    }

    /**
     * Sends the bundles of one operation on, each through the whole rest, then lets go the aggregators that collect
     * them. The very last bundle is not walked here: it is set, and the step to go on with is returned.
     *
     * @param named whether the way names the bundle even if it is the only one
     */
    private @Nullable Node spread(Node node, @Nullable StepPath here, List<Fields> bundles, boolean named) {
        int length = bundles.size();
        boolean collected = node.collectors.length > 0;
        for (Node aggregator : node.collectors) {
            if (aggregator.step instanceof Step.Aggregate aggregate) {
                boolean shown = collector != null && collector.wants(aggregator.id);
                open[aggregator.place] = new Gatherer(aggregate, texts, shown);
            }
        }
        for (int i = 0; i < length && over == null; i++) {
            if (length > 1) {
                watcher.iterated(node.id, i, length);
            }
            StepPath inner = named || length > 1 ? StepPath.under(here, node.id, i) : here;
            Fields bundle = bundles.get(i);
            if (layout.asksForPlaces && !(bundles instanceof IteratorBundles) && node.id != 0) {
                bundle = IteratorBundles.placed(bundle, i, length);
            }
            if (i == length - 1 && !collected) {
                scope.set(node.id, bundle);
                tail = inner;
                return node.next;
            }
            int mark = scope.mark();
            scope.set(node.id, bundle);
            deeper(node.next, inner, node.id);
            scope.unwind(mark);
        }
        return over == null && collected ? letGo(node, here) : null;
    }

    private void deeper(@Nullable Node from, @Nullable StepPath here, int module) {
        if (depth >= DEEPEST) {
            StepPath at = StepPath.under(here, module, 0);
            over = ended(Status.ERROR, Optional.of(new Fault(module, at, texts.tooDeep())));
            return;
        }
        depth++;
        follow(from, here);
        depth--;
    }

    private @Nullable Node letGo(Node source, @Nullable StepPath here) {
        Node rest = null;
        for (int i = 0; i < source.collectors.length && over == null; i++) {
            Node aggregator = source.collectors[i];
            Gatherer gatherer = Objects.requireNonNull(open[aggregator.place]);
            open[aggregator.place] = null;
            int mark = scope.mark();
            List<Fields> bundles =
                    operations.aggregate(aggregator.id, StepPath.under(here, aggregator.id, 0), gatherer);
            rest = spread(aggregator, here, bundles, true);
            if (i < source.collectors.length - 1) {
                deeper(rest, tail, aggregator.id);
                scope.unwind(mark);
            }
        }
        return rest;
    }

    private @Nullable Node collect(Node node, Step.Aggregate aggregate, @Nullable StepPath here) {
        Gatherer gatherer = open[node.place];
        if (gatherer == null) {
            throw new IllegalStateException("Aggregator " + aggregate.id() + " is reached outside its source");
        }
        StepPath at = StepPath.under(here, node.id, 2);
        scope.at(at);
        return switch (gatherer.add(scope).orElse(null)) {
            case null -> null;
            case Upshot.Fault(Failure failure) -> {
                if (journal.recall(at).isEmpty()) {
                    journal.append(at, new Entry.Failed(failure, Effect.NONE, 0, 0));
                }
                yield failed(node, here, new Fault(node.id, at, failure));
            }
            case Upshot.CutShort(Failure failure) -> cutShort(node.id, at, failure);
            case Upshot.Bundles _, Upshot.Waiting _ -> null;
        };
    }

    private @Nullable Node route(Node node, Step.Router router, @Nullable StepPath here) {
        List<Integer> taken = new ArrayList<>();
        for (boolean fallback : new boolean[] {false, true}) {
            for (int i = 0; i < router.routes().size() && over == null && !(fallback && !taken.isEmpty()); i++) {
                Route route = router.routes().get(i);
                StepPath inner = StepPath.under(here, node.id, i);
                if (route.disabled()
                        || route.fallback() != fallback
                        || (route.filter().isPresent() && !passes(route.filter().get(), inner))) {
                    continue;
                }
                taken.add(i);
                int mark = scope.mark();
                follow(node.routes[i], inner);
                scope.unwind(mark);
            }
        }
        StepPath at = StepPath.under(here, node.id, 0);
        if (over == null && journal.recall(at).isEmpty()) {
            journal.append(at, new Entry.Routed(taken));
        }
        return null;
    }

    private boolean passes(Step.Filter filter, @Nullable StepPath here) {
        StepPath at = StepPath.filter(here, filter.to());
        Gates.Answer answer = gates.ask(filter, at);
        answer.cutShort().ifPresent(failure -> cutShort(filter.to(), at, failure));
        return answer.passes();
    }

    private @Nullable Node failed(Node node, @Nullable StepPath here, Fault fault) {
        if (node.guard == null) {
            return end(ended(Status.ERROR, Optional.of(fault)));
        }
        Directive outer = arrived;
        int mark = scope.mark();
        arrived = null;
        scope.set(node.id, fault.failure().seen());
        // Module n has no bundle 1 where it failed, so this way is taken by nobody else.
        StepPath way = StepPath.under(here, node.id, 1);
        follow(node.guard.entry(), way);
        scope.unwind(mark);
        Directive then = arrived == null ? new Directive.Ignore() : arrived;
        arrived = outer;
        if (over != null) {
            return null;
        }
        if (journal.recall(way).isEmpty()) {
            journal.append(way, new Entry.Handled(then));
        }
        tail = here;
        return switch (then) {
            case Directive.Ignore _ -> null;
            case Directive.Resume _ when node.step instanceof Step.Aggregate -> null;
            case Directive.Resume _ ->
                spread(node, here, List.of(substitute instanceof Fields fields ? fields : Fields.EMPTY), false);
            case Directive.Commit _ -> end(ended(Status.SUCCESS, Optional.empty()));
            case Directive.Rollback _ -> end(ended(Status.ERROR, Optional.of(fault)));
            case Directive.Break _ -> {
                incomplete.add(fault);
                yield null;
            }
        };
    }

    /** A bundle comes to the end of a handler's route. */
    private @Nullable Node arrive(Node end, @Nullable StepPath here) {
        if (arrived == null && here != null && end.arrival.isPresent()) {
            scope.at(here);
            arrived = end.arrival.get();
            if (arrived instanceof Directive.Resume(Mapping mapping)) {
                switch (mapping.evaluate(scope)) {
                    case Filled(Value value) -> substitute = value;
                    case Faulty faulty -> {
                        switch (texts.faulty(faulty)) {
                            case Upshot.CutShort(Failure failure) -> cutShort(here.module(), here, failure);
                            case Upshot.Fault(Failure failure) ->
                                end(ended(Status.ERROR, Optional.of(new Fault(here.module(), here, failure))));
                            case Upshot.Bundles _, Upshot.Waiting _ -> {}
                        }
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Node cutShort(int module, StepPath at, Failure failure) {
        return end(new Result.Interrupted(new Fault(module, at, failure), operations.total()));
    }

    private @Nullable Node end(Result result) {
        over = result;
        return null;
    }
}
