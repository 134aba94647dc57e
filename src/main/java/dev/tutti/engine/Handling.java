package dev.tutti.engine;

import dev.tutti.engine.Filling.Faulty;
import dev.tutti.engine.Filling.Filled;
import dev.tutti.engine.Result.Broken;
import dev.tutti.engine.Result.Fault;
import dev.tutti.engine.Result.Status;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of the failures of a walk. */
final class Handling {
    private final Setting setting;
    private final Walk walk;
    private final List<Broken> incomplete = new ArrayList<>();
    /** What the route of the handler that is at work came to. */
    private @Nullable Directive decided;

    private Value substitute = Fields.EMPTY;

    Handling(Setting setting, Walk walk) {
        this.setting = setting;
        this.walk = walk;
    }

    /** The bundles put aside so far. */
    List<Broken> incomplete() {
        return incomplete;
    }

    /** Has the failure handled; returns where its bundle goes on. */
    @Nullable
    Node failed(Node node, @Nullable StepPath here, Fault fault) {
        // A handler that ignores the limit would have every later operation fail in turn.
        if (fault.failure().kind() == Failure.Kind.OPERATIONS_LIMIT_EXCEEDED) {
            return walk.end(walk.failed(fault));
        }
        Bindings scope = setting.scope();
        Directive outer = decided;
        decided = null;
        int mark = scope.mark();
        Fields seen = fault.failure().seen();
        scope.set(node.id, Fields.of("error", seen));
        Value outerError = scope.error(seen.with("module", Num.of(node.id))
                .with("moduleName", Text.of(setting.plan().name(node.id))));
        // Module n has no bundle 1 where it failed, so this way is taken by nobody else.
        StepPath way = StepPath.under(here, node.id, 1);
        boolean handled = handled(node, fault, way);
        scope.error(outerError);
        scope.unwind(mark);
        Directive then = decided == null ? new Directive.Ignore() : decided;
        decided = outer;
        if (walk.isOver()) {
            return null;
        }
        if (!handled) {
            return unhandled(node.id, fault);
        }
        Entry known = setting.journal().recall(way).orElse(null);
        if (!(known instanceof Entry.Handled(Directive before))
                || !before.getClass().equals(then.getClass())) {
            setting.journal().append(way, new Entry.Handled(then));
        }
        walk.standAt(here);
        return goOn(node, here, fault, then);
    }

    private boolean handled(Node node, Fault fault, StepPath way) {
        for (Node.Rescue rescue : node.rescues) {
            Handler handler = rescue.handler();
            boolean fits = handler.kinds().isEmpty()
                    || handler.kinds().contains(fault.failure().kind());
            if (fits
                    && (handler.filter().isEmpty()
                            || walk.passes(handler.filter().get(), way))) {
                walk.follow(rescue.entry(), way);
                return true;
            }
            if (walk.isOver()) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Node goOn(Node node, @Nullable StepPath here, Fault fault, Directive then) {
        return switch (then) {
            case Directive.Ignore _ -> null;
            case Directive.Resume _
            when node.step instanceof Step.Aggregate && fault.at().number() != 0 -> null;
            case Directive.Resume _ ->
                walk.spread(node, here, List.of(substitute instanceof Fields fields ? fields : Fields.EMPTY), false);
            case Directive.Commit _ -> walk.end(walk.ended(Status.SUCCESS, Optional.empty(), true));
            case Directive.Rollback _ -> walk.end(walk.ended(Status.ERROR, Optional.of(fault), true));
            case Directive.Break _ when !setting.plan().policy().incompletes() -> walk.end(walk.failed(fault));
            case Directive.Break pause -> {
                if (setting.course().reached()) {
                    incomplete.add(new Broken(fault, pause));
                }
                yield null;
            }
        };
    }

    private @Nullable Node unhandled(int module, Fault fault) {
        Failure.Kind kind = fault.failure().kind();
        Policy policy = setting.plan().policy();
        if (kind.warns() || (policy.dataLoss() && kind == Failure.Kind.MAX_FILE_SIZE_EXCEEDED)) {
            return walk.end(walk.ended(Status.WARNING, Optional.of(fault), false));
        }
        boolean nothingSaved = module == setting.plan().layout().first;
        return walk.end(
                policy.incompletes() && !kind.fatal() && !nothingSaved
                        ? new Result.Incomplete(fault, walk.operations(), incomplete)
                        : walk.failed(fault));
    }

    /** A bundle comes to a directive; the first to do so decides. */
    @Nullable
    Node decide(Step.Decide decide, @Nullable StepPath here) {
        if (decided != null || here == null) {
            return null;
        }
        decided = decide.then();
        if (decided instanceof Directive.Resume(Mapping mapping)) {
            setting.scope().at(here);
            switch (mapping.evaluate(setting.scope())) {
                case Filled(Value value) -> substitute = value;
                case Faulty faulty -> {
                    switch (setting.texts().faulty(faulty)) {
                        case Upshot.CutShort(Failure failure) -> walk.cutShort(decide.id(), here, failure);
                        case Upshot.Fault(Failure failure) ->
                            unhandled(decide.id(), new Fault(decide.id(), here, failure));
                        case Upshot.Bundles _, Upshot.Waiting _ -> {}
                    }
                }
            }
        }
        return null;
    }
}
