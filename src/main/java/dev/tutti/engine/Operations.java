package dev.tutti.engine;

import dev.tutti.engine.Filling.Faulty;
import dev.tutti.engine.Filling.Filled;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Performs the operations of a run, or recalls them, and counts them. */
final class Operations {
    private final Plan plan;
    private final Journal journal;
    private final Modules modules;
    private final Surroundings surroundings;
    private final Watcher watcher;
    private final Bindings scope;
    private final Texts texts;
    private final Inputs.@Nullable Collector collector;
    private final int[] counts;
    private int total;

    Operations(
            Plan plan,
            Journal journal,
            Modules modules,
            Surroundings surroundings,
            Bindings scope,
            Texts texts,
            Inputs.@Nullable Collector collector) {
        this.plan = plan;
        this.journal = journal;
        this.modules = modules;
        this.surroundings = surroundings;
        this.watcher = surroundings.watcher();
        this.scope = scope;
        this.texts = texts;
        this.collector = collector;
        this.counts = new int[plan.layout().slots];
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
        if (total > plan.limits().operations()) {
            return new Upshot.Fault(texts.tooManyOperations(plan.limits().operations()));
        }
        if (collector != null && collector.wants(id)) {
            show(collector, step, id, operation, at);
        }
        Entry known = journal.recall(at).orElse(null);
        if (known instanceof Entry.Suspended suspended) {
            known = wake(suspended, at);
        }
        if (known != null) {
            watcher.finished(id, operation, at, known, true);
            return recalled(step, at, known);
        }
        watcher.entered(id, operation, at);
        Performance performance = new Performance(at);
        Upshot upshot = performance.of(step);
        Entry entry = performance.entry(upshot);
        if (entry != null) {
            journal.append(at, entry);
            if (entry instanceof Entry.Suspended) {
                journal.barrier();
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
        Optional<Entry> known = journal.recall(at);
        Entry entry = known.orElseGet(
                () -> new Entry.Emitted(bundles, Effect.NONE, surroundings.now().toEpochMilli(), 0));
        if (known.isEmpty()) {
            watcher.entered(id, operation, at);
            journal.append(at, entry);
        }
        watcher.finished(id, operation, at, entry, known.isPresent());
        return bundles;
    }

    private void show(Inputs.Collector to, Step step, int id, int operation, StepPath at) {
        scope.at(at);
        switch (step) {
            case Step.Call call -> show(to, "", call.input(), id, operation, at);
            case Step.Iterate iterate -> show(to, "array", iterate.items(), id, operation, at);
            case Step.Assign assign -> show(to, "variables", assign.variables(), id, operation, at);
            case Step.Recall recall -> show(to, "names", recall.names(), id, operation, at);
            case Step.Aggregate _, Step.Filter _, Step.Guarded _, Step.Router _ -> {}
        }
    }

    private void show(Inputs.Collector to, String name, Mapping mapping, int id, int operation, StepPath at) {
        Value value = mapping.evaluate(scope) instanceof Filled(Value filled) ? filled : Fields.EMPTY;
        Fields input = name.isEmpty() && value instanceof Fields fields ? fields : Fields.of(name, value);
        to.input(id, operation, at, input);
    }

    /** The entry as it is now: a wait that is over becomes what it waited for. */
    private Entry wake(Entry.Suspended suspended, StepPath at) {
        Instant now = surroundings.now();
        Entry awake = switch (suspended.wake()) {
            case Wake.At(Instant time)
            when !now.isBefore(time) ->
                new Entry.Emitted(
                        suspended.then(), suspended.effect(), suspended.startedAtMillis(), suspended.micros());
            case Wake.Signal(String _, Optional<Instant> until)
            when until.isPresent() && !now.isBefore(until.get()) ->
                new Entry.Failed(
                        texts.nobodyAnswered(until.get()),
                        suspended.effect(),
                        suspended.startedAtMillis(),
                        suspended.micros());
            case Wake.At _, Wake.Signal _ -> suspended;
        };
        if (awake != suspended) {
            journal.append(at, awake);
        }
        return awake;
    }

    private Upshot recalled(Step step, StepPath at, Entry known) {
        return switch (known) {
            case Entry.Emitted emitted -> {
                if (step instanceof Step.Assign) {
                    emitted.bundles().forEach(bundle -> bundle.fields().forEach(scope::assign));
                }
                yield new Upshot.Bundles(emitted.bundles());
            }
            case Entry.Failed failed -> new Upshot.Fault(failed.failure());
            case Entry.Suspended suspended -> new Upshot.Waiting(suspended.wake());
            case Entry.Iterated _ -> new Performance(at).of(step);
            case Entry.Drawn _, Entry.Filtered _, Entry.Routed _, Entry.Handled _ ->
                throw new IllegalStateException("The journal does not belong to this plan: " + at + " is " + known);
        };
    }

    /** One operation while it happens. */
    private final class Performance {
        private final StepPath at;
        private final long startedAt = surroundings.now().toEpochMilli();
        private final long nanos = surroundings.nanos();
        private Effect effect = Effect.NONE;
        private List<Fields> then = List.of();
        private boolean iterated;

        Performance(StepPath at) {
            this.at = at;
            scope.at(at);
        }

        Upshot of(Step step) {
            return switch (step) {
                case Step.Call call -> call(call);
                case Step.Iterate(int _, Mapping items, int _) ->
                    switch (items.evaluate(scope)) {
                        case Filled(Value value) -> {
                            iterated = true;
                            yield new Upshot.Bundles(new IteratorBundles(value));
                        }
                        case Faulty faulty -> texts.faulty(faulty.in("array"));
                    };
                case Step.Assign(int _, Mapping variables, Step.Lifetime _) ->
                    switch (variables.evaluate(scope)) {
                        case Filled(Items(List<Value> all)) -> assign(all);
                        case Filled(Value one) -> assign(List.of(one));
                        case Faulty faulty -> texts.faulty(faulty.in("variables"));
                    };
                case Step.Recall(int _, Mapping names) ->
                    switch (names.evaluate(scope)) {
                        case Filled(Items(List<Value> all)) -> recall(all);
                        case Filled(Value one) -> recall(List.of(one));
                        case Faulty faulty -> texts.faulty(faulty.in("name"));
                    };
                case Step.Aggregate _, Step.Filter _, Step.Guarded _, Step.Router _ ->
                    throw new IllegalStateException("Not an operation: " + step);
            };
        }

        /** What to write down; nothing where the attempt was cut short. */
        @Nullable
        Entry entry(Upshot upshot) {
            long micros = (surroundings.nanos() - nanos) / 1000;
            return switch (upshot) {
                case Upshot.Bundles(var bundles) when iterated -> new Entry.Iterated(bundles.size(), startedAt, micros);
                case Upshot.Bundles(var bundles) -> new Entry.Emitted(bundles, effect, startedAt, micros);
                case Upshot.Fault(Failure failure) -> new Entry.Failed(failure, effect, startedAt, micros);
                case Upshot.Waiting(Wake wake) -> new Entry.Suspended(wake, then, effect, startedAt, micros);
                case Upshot.CutShort _ -> null;
            };
        }

        private Upshot call(Step.Call call) {
            return switch (call.input().evaluate(scope)) {
                case Filled(Fields input) -> call(call, input);
                case Filled _ -> new Upshot.Fault(texts.notFields(call.module()));
                case Faulty faulty -> texts.faulty(faulty);
            };
        }

        private Upshot call(Step.Call call, Fields input) {
            Outcome outcome;
            try {
                effect = modules.effect(call.module(), call.version(), input);
                if (effect != Effect.NONE) {
                    journal.barrier();
                }
                outcome = modules.call(
                        call.module(),
                        call.version(),
                        input,
                        new ModuleInvocation(at, call.connection(), scope, surroundings));
            } catch (RuntimeException | StackOverflowError bug) {
                return new Upshot.Fault(texts.bug(call.module(), bug));
            }
            return switch (outcome) {
                case Outcome.Emitted(var bundles) -> new Upshot.Bundles(bundles);
                case Outcome.Failed(Failure failure) -> new Upshot.Fault(failure);
                case Outcome.Suspended(Wake wake, var bundles) -> {
                    then = bundles;
                    yield new Upshot.Waiting(wake);
                }
            };
        }

        private Upshot assign(List<Value> variables) {
            Fields.Builder set = Fields.builder();
            for (Value variable : variables) {
                if (!(variable instanceof Fields fields)) {
                    return new Upshot.Fault(texts.notFields("variables"));
                }
                String name = name(fields.get("name"));
                scope.assign(name, fields.get("value"));
                set.put(name, fields.get("value"));
            }
            return new Upshot.Bundles(List.of(set.build()));
        }

        private Upshot recall(List<Value> names) {
            Fields.Builder read = Fields.builder();
            for (Value value : names) {
                String name = name(value);
                read.put(name, scope.assigned(name));
            }
            return new Upshot.Bundles(List.of(read.build()));
        }

        private String name(Value value) {
            return !(value instanceof Nothing)
                            && Coercion.toText(value, plan.zone()) instanceof Coercion.Ok(Text(String text))
                    ? text
                    : "";
        }
    }
}
