package dev.tutti.engine;

import dev.tutti.engine.Result.Fault;
import dev.tutti.engine.Result.Status;
import dev.tutti.value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a plan, depth first. It goes from step to step in a loop; only a bundle that has brothers after it is
 * walked on the stack, so that a scenario may be as long as it likes.
 */
final class Walk {
    /** How many operations with several bundles, or with a collector, may lie inside one another. */
    private static final int DEEPEST = 500;

    private final Setting setting;
    private final Layout layout;
    private final Course course;
    private final Bindings scope;
    private final Operations operations;
    private final Gates gates;
    private final Handling handling;
    private final Collecting collecting;
    private int depth;
    /** Where the step that {@link #spread} returned goes on. */
    private @Nullable StepPath tail;

    private @Nullable Result over;

    Walk(Setting setting, Inputs.@Nullable Collector collector) {
        this.setting = setting;
        this.layout = setting.plan().layout();
        this.course = setting.course();
        this.scope = setting.scope();
        this.operations = new Operations(setting, collector);
        this.gates = new Gates(setting, collector);
        this.handling = new Handling(setting, this);
        this.collecting = new Collecting(setting, this, collector);
    }

    Result run(List<Fields> input) {
        return new Cycles(setting, this).run(input);
    }

    /** One cycle; returns how the run ended in it, if it did. */
    @Nullable
    Result cycle(int cycle, List<Fields> bundles) {
        if (layout.start.id != 0) {
            operations.trigger(layout.start.id);
        }
        // A trigger that brings nothing ends the run, unlike a source in the middle: no aggregator speaks.
        if (!bundles.isEmpty()) {
            int mark = scope.mark();
            Node next = spread(layout.start, cycle == 0 ? null : Marks.cycle(cycle), bundles, false);
            follow(next, tail);
            scope.unwind(mark);
        }
        return over;
    }

    Result ended(Status status, Optional<Fault> fault, boolean deliberate) {
        boolean warns = status == Status.SUCCESS && !handling.incomplete().isEmpty();
        return new Result.Ended(
                warns ? Status.WARNING : status,
                operations.total(),
                fault,
                handling.incomplete(),
                setting.variables().outputs(),
                deliberate);
    }

    Result failed(Fault fault) {
        return ended(Status.ERROR, Optional.of(fault), false);
    }

    int operations() {
        return operations.total();
    }

    boolean isOver() {
        return over != null;
    }

    void follow(@Nullable Node from, @Nullable StepPath context) {
        Node node = from;
        StepPath here = context;
        while (node != null && over == null) {
            if (!setting.surroundings().watcher().goesOn()) {
                over = ended(Status.STOPPED, Optional.empty(), false);
                return;
            }
            tail = here;
            node = switch (node.step) {
                case null -> throw new IllegalStateException("A trigger is no step");
                case Step.Filter filter -> passes(filter, here) ? node.next : null;
                case Step.Router router -> route(node, router, here);
                case Step.Aggregate _ -> collecting.add(node, here);
                case Step.Call call when call.disabled() -> spread(node, here, List.of(Fields.EMPTY), false);
                case Step.Decide decide -> handling.decide(decide, here);
                case Step.Call _, Step.Iterate _, Step.Assign _, Step.Recall _ -> operate(node, node.step, here);
                case Step.Merge _, Step.Increment _, Step.Return _ -> operate(node, node.step, here);
            };
            here = tail;
        }
    }

    private @Nullable Node operate(Node node, Step step, @Nullable StepPath here) {
        StepPath at = StepPath.under(here, node.id, 0);
        return comesTo(at) ? goOn(node, here, at, operations.perform(step, node.id, at), false) : null;
    }

    /** Goes on with what an operation came to. */
    @Nullable
    Node goOn(Node node, @Nullable StepPath here, StepPath at, Upshot upshot, boolean named) {
        return switch (upshot) {
            case Upshot.Bundles(var bundles) -> spread(node, here, bundles, named);
            case Upshot.Fault(Failure failure) -> handling.failed(node, here, new Fault(node.id, at, failure));
            case Upshot.Waiting(Wake wake) -> end(new Result.Suspended(at, wake, operations.total()));
            case Upshot.CutShort(Failure failure) -> cutShort(node.id, at, failure);
        };
    }

    /**
     * Whether the walk goes on at this operation. Where it is the one at which its course begins, what was collected
     * on the way there belongs to another run.
     */
    boolean comesTo(StepPath at) {
        if (course.reached()) {
            return true;
        }
        boolean goal = course.isGoal(at);
        if (!goal && setting.journal().recall(at).isPresent()) {
            return true;
        }
        if (course.looks()) {
            over = ended(Status.STOPPED, Optional.empty(), false);
        } else if (!goal && !setting.revision().happened()) {
            throw new IllegalStateException("The journal does not lead to " + at);
        }
        if (goal || !course.looks()) {
            course.reach();
            operations.begin();
            collecting.forget();
        }
        return over == null;
    }

    /**
     * Sends the bundles of one operation on, each through the whole rest, then lets go the aggregators that collect
     * them. The very last bundle is not walked here: it is set, and the step to go on with is returned.
     *
     * @param named whether the way names the bundle even if it is the only one
     */
    @Nullable
    Node spread(Node node, @Nullable StepPath here, List<Fields> bundles, boolean named) {
        int length = bundles.size();
        boolean collected = node.collectors.length > 0;
        boolean onTheWay = !course.reached();
        collecting.open(node);
        for (int i = 0; i < length && over == null && !(onTheWay && course.reached()); i++) {
            if (length > 1) {
                setting.watcher().iterated(node.id, i, length);
            }
            StepPath inner = named || length > 1 ? StepPath.under(here, node.id, i) : here;
            Fields bundle = bundle(node, here, inner, bundles, i);
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
        return over == null && collected ? collecting.letGo(node, here, onTheWay) : null;
    }

    private Fields bundle(
            Node node, @Nullable StepPath here, @Nullable StepPath inner, List<Fields> bundles, int index) {
        Fields bundle = bundles.get(index);
        if (setting.revision().happened() || !course.reached()) {
            StepPath operation = StepPath.under(here, node.id, 0);
            course.passed(node.id, new Course.Place(operation, index, new Revision.Way(inner)));
            if (setting.journal().recall(Marks.bundle(operation, index)).orElse(null)
                    instanceof Entry.Drawn(Fields edited)) {
                bundle = edited;
            }
        }
        return layout.asksForPlaces && !(bundles instanceof IteratorBundles) && node.id != 0
                ? IteratorBundles.placed(bundle, index, bundles.size())
                : bundle;
    }

    void deeper(@Nullable Node from, @Nullable StepPath here, int module) {
        if (depth >= DEEPEST) {
            StepPath at = StepPath.under(here, module, 0);
            over = failed(new Fault(module, at, setting.texts().tooDeep()));
            return;
        }
        depth++;
        follow(from, here);
        depth--;
    }

    private @Nullable Node route(Node node, Step.Router router, @Nullable StepPath here) {
        List<Integer> taken = new ArrayList<>();
        boolean onTheWay = !course.reached();
        for (boolean fallback : new boolean[] {false, true}) {
            for (int i = 0; i < router.routes().size() && over == null && !(onTheWay && course.reached()); i++) {
                Route route = router.routes().get(i);
                StepPath inner = StepPath.under(here, node.id, i);
                if (((fallback || router.exclusive()) && !taken.isEmpty())
                        || route.disabled()
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
        boolean told = setting.journal().recall(at).orElse(null) instanceof Entry.Routed routed
                && (!setting.revision().happened() || routed.routes().equals(taken));
        if (over == null && !told && !onTheWay) {
            setting.journal().append(at, new Entry.Routed(taken));
        }
        return null;
    }

    boolean passes(Step.Filter filter, @Nullable StepPath here) {
        StepPath at = StepPath.filter(here, filter.to());
        Gates.Answer answer = gates.ask(filter, at);
        answer.cutShort().ifPresent(failure -> cutShort(filter.to(), at, failure));
        return answer.passes();
    }

    Operations performed() {
        return operations;
    }

    Handling handling() {
        return handling;
    }

    @Nullable
    StepPath tail() {
        return tail;
    }

    /** Where {@link #spread} would go on, if not told otherwise. */
    void standAt(@Nullable StepPath here) {
        tail = here;
    }

    @Nullable
    Node cutShort(int module, StepPath at, Failure failure) {
        return end(new Result.Interrupted(new Fault(module, at, failure), operations.total()));
    }

    @Nullable
    Node end(Result result) {
        over = result;
        return null;
    }
}
