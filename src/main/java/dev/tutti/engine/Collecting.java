package dev.tutti.engine;

import dev.tutti.engine.Result.Fault;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The aggregators of a walk: each collects during one operation of its source, then lets go. */
final class Collecting {
    private final Setting setting;
    private final Walk walk;
    private final Inputs.@Nullable Collector collector;
    private final @Nullable Gatherer[] open;

    Collecting(Setting setting, Walk walk, Inputs.@Nullable Collector collector) {
        this.setting = setting;
        this.walk = walk;
        this.collector = collector;
        this.open = new Gatherer[setting.plan().layout().aggregators];
    }

    /** An operation of a source begins to emit. */
    void open(Node source) {
        for (Node aggregator : source.collectors) {
            boolean shown = collector != null && collector.wants(aggregator.id);
            open[aggregator.place] = new Gatherer(aggregate(aggregator), setting.texts(), shown);
        }
    }

    /** What was collected so far belongs to another run. */
    void forget() {
        for (Gatherer gatherer : open) {
            if (gatherer != null) {
                gatherer.forget();
            }
        }
    }

    private static Step.Aggregate aggregate(Node node) {
        return (Step.Aggregate) Objects.requireNonNull(node.step);
    }

    /**
     * An operation of a source is over.
     *
     * @param begunBefore whether the source spoke before the course of this walk began
     */
    @Nullable
    Node letGo(Node source, @Nullable StepPath here, boolean begunBefore) {
        Node rest = null;
        for (int i = 0; i < source.collectors.length && !walk.isOver(); i++) {
            Node aggregator = source.collectors[i];
            Gatherer gatherer = Objects.requireNonNull(open[aggregator.place]);
            open[aggregator.place] = null;
            if (begunBefore && setting.course().reached() && gatherer.isEmpty()) {
                continue;
            }
            int mark = setting.scope().mark();
            rest = letGo(aggregator, gatherer, here);
            if (i < source.collectors.length - 1) {
                walk.deeper(rest, walk.tail(), aggregator.id);
                setting.scope().unwind(mark);
                rest = null;
            }
        }
        return rest;
    }

    private @Nullable Node letGo(Node node, Gatherer gatherer, @Nullable StepPath here) {
        StepPath at = StepPath.under(here, node.id, 0);
        return walk.comesTo(at)
                ? walk.goOn(node, here, at, walk.performed().aggregate(aggregate(node), at, gatherer), true)
                : null;
    }

    /** A bundle comes to an aggregator. */
    @Nullable
    Node add(Node node, @Nullable StepPath here) {
        Gatherer gatherer = open[node.place];
        if (gatherer == null) {
            throw new IllegalStateException("Aggregator " + node.id + " is reached outside its source");
        }
        StepPath at = StepPath.under(here, node.id, 2);
        if (setting.course().isGoal(at) && !walk.comesTo(at)) {
            return null;
        }
        setting.scope().at(at);
        return switch (gatherer.add(setting.scope()).orElse(null)) {
            case null -> null;
            case Upshot.Fault(Failure failure) -> {
                if (!(setting.journal().recall(at).orElse(null) instanceof Entry.Failed)) {
                    setting.journal().append(at, new Entry.Failed(failure, Effect.NONE, 0, 0));
                }
                yield walk.handling().failed(node, here, new Fault(node.id, at, failure));
            }
            case Upshot.CutShort(Failure failure) -> walk.cutShort(node.id, at, failure);
            case Upshot.Bundles _, Upshot.Waiting _ -> null;
        };
    }
}
