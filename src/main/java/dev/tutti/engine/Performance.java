package dev.tutti.engine;

import dev.tutti.engine.Filling.Faulty;
import dev.tutti.engine.Filling.Filled;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation while it happens. */
final class Performance {
    private final Setting setting;
    private final Bindings scope;
    private final Texts texts;
    private final StepPath at;
    private final long startedAt;
    private final long nanos;
    private Effect effect = Effect.NONE;
    private List<Fields> then = List.of();
    private boolean iterated;

    Performance(Setting setting, StepPath at) {
        this.setting = setting;
        this.scope = setting.scope();
        this.texts = setting.texts();
        this.at = at;
        startedAt = setting.surroundings().now().toEpochMilli();
        nanos = setting.surroundings().nanos();
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
        long micros = (setting.surroundings().nanos() - nanos) / 1000;
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
            effect = setting.modules().effect(call.module(), call.version(), input);
        } catch (RuntimeException bug) {
            return new Upshot.Fault(texts.bug(call.module(), bug));
        }
        if (effect != Effect.NONE) {
            setting.journal().barrier();
        }
        ModuleInvocation invocation = new ModuleInvocation(at, call.connection(), scope, setting.surroundings());
        try {
            outcome = setting.modules().call(call.module(), call.version(), input, invocation);
        } catch (RuntimeException | StackOverflowError bug) {
            if (scope.journalTrouble() != null) {
                throw scope.journalTrouble();
            }
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
                        && Coercion.toText(value, setting.plan().zone()) instanceof Coercion.Ok(Text(String text))
                ? text
                : "";
    }
}
