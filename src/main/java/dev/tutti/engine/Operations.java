package dev.tutti.engine;

import dev.tutti.engine.Filling.Filled;
import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Performs the operations of a run, or recalls them, and counts them. */
final class Operations {
    private final Setting setting;
    private final Watcher watcher;
    private final Inputs.@Nullable Collector collector;
    private final int[] counts;
    private int total;

    Operations(Setting setting, Inputs.@Nullable Collector collector) {
        this.setting = setting;
        this.watcher = setting.surroundings().watcher();
        this.collector = collector;
        this.counts = new int[setting.plan().layout().slots];
    }

    int total() {
        return total;
    }

    /** The trigger's one operation, which happened before the run. */
    void trigger(int id) {
        counts[id]++;
        total++;
    }

    Upshot perform(Step step, int id, StepPath at) {
        int operation = counts[id]++;
        total++;
        if (total > setting.plan().limits().operations()) {
            return new Upshot.Fault(
                    setting.texts().tooManyOperations(setting.plan().limits().operations()));
        }
        if (collector != null && collector.wants(id)) {
            show(collector, step, id, operation, at);
        }
        Entry known = setting.journal().recall(at).orElse(null);
        if (known instanceof Entry.Suspended suspended) {
            known = wake(suspended, at);
        }
        if (known != null) {
            watcher.finished(id, operation, at, known, true);
            return recalled(step, at, known);
        }
        watcher.entered(id, operation, at);
        Performance performance = new Performance(setting, at);
        Upshot upshot = performance.of(step);
        Entry entry = performance.entry(upshot);
        if (entry != null) {
            setting.journal().append(at, entry);
            if (entry instanceof Entry.Suspended) {
                setting.journal().barrier();
            }
            watcher.finished(id, operation, at, entry, false);
        }
        return upshot;
    }

    /** An aggregator lets go of what it collected. */
    List<Fields> aggregate(int id, StepPath at, Gatherer gatherer) {
        int operation = counts[id]++;
        total++;
        List<Fields> bundles = gatherer.bundles();
        if (collector != null && collector.wants(id)) {
            collector.input(id, operation, at, Fields.of("bundles", gatherer.received()));
        }
        Optional<Entry> known = setting.journal().recall(at);
        Entry entry = known.orElseGet(() -> new Entry.Emitted(
                bundles, Effect.NONE, setting.surroundings().now().toEpochMilli(), 0));
        if (known.isEmpty()) {
            watcher.entered(id, operation, at);
            setting.journal().append(at, entry);
        }
        watcher.finished(id, operation, at, entry, known.isPresent());
        return bundles;
    }

    private void show(Inputs.Collector to, Step step, int id, int operation, StepPath at) {
        setting.scope().at(at);
        switch (step) {
            case Step.Call call -> show(to, "", call.input(), id, operation, at);
            case Step.Iterate iterate -> show(to, "array", iterate.items(), id, operation, at);
            case Step.Assign assign -> show(to, "variables", assign.variables(), id, operation, at);
            case Step.Recall recall -> show(to, "names", recall.names(), id, operation, at);
            case Step.Aggregate _, Step.Filter _, Step.Guarded _, Step.Router _ -> {}
        }
    }

    private void show(Inputs.Collector to, String name, Mapping mapping, int id, int operation, StepPath at) {
        Value value = mapping.evaluate(setting.scope()) instanceof Filled(Value filled) ? filled : Fields.EMPTY;
        boolean whole = mapping instanceof Mapping.Record || name.isEmpty();
        Fields input = whole && value instanceof Fields fields ? fields : Fields.of(name, value);
        to.input(id, operation, at, input);
    }

    /** The entry as it is now: a wait that is over becomes what it waited for. */
    private Entry wake(Entry.Suspended suspended, StepPath at) {
        Instant now = setting.surroundings().now();
        Entry awake = switch (suspended.wake()) {
            case Wake.At(Instant time)
            when !now.isBefore(time) ->
                new Entry.Emitted(
                        suspended.then(), suspended.effect(), suspended.startedAtMillis(), suspended.micros());
            case Wake.Signal(String _, Optional<Instant> until)
            when until.isPresent() && !now.isBefore(until.get()) ->
                new Entry.Failed(
                        setting.texts().nobodyAnswered(until.get()),
                        suspended.effect(),
                        suspended.startedAtMillis(),
                        suspended.micros());
            case Wake.At _, Wake.Signal _ -> suspended;
        };
        if (awake != suspended) {
            setting.journal().append(at, awake);
        }
        return awake;
    }

    private Upshot recalled(Step step, StepPath at, Entry known) {
        return switch (known) {
            case Entry.Emitted emitted -> {
                if (step instanceof Step.Assign) {
                    emitted.bundles().forEach(bundle -> bundle.fields().forEach(setting.scope()::assign));
                }
                yield new Upshot.Bundles(emitted.bundles());
            }
            case Entry.Failed failed -> new Upshot.Fault(failed.failure());
            case Entry.Suspended suspended -> new Upshot.Waiting(suspended.wake());
            case Entry.Iterated _ -> new Performance(setting, at).of(step);
            case Entry.Drawn _, Entry.Filtered _, Entry.Routed _, Entry.Handled _ ->
                throw new IllegalStateException("The journal does not belong to this plan: " + at + " is " + known);
        };
    }
}
