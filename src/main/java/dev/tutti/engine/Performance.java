package dev.tutti.engine;

import dev.tutti.engine.Filling.Faulty;
import dev.tutti.engine.Filling.Filled;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        setting.transactions().begin(at);
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
            case Step.Assign(int _, Mapping variables, Step.Lifetime lifetime) ->
                switch (variables.evaluate(scope)) {
                    case Filled(Items(List<Value> all)) -> assign(all, lifetime);
                    case Filled(Value one) -> assign(List.of(one), lifetime);
                    case Faulty faulty -> texts.faulty(faulty.in("variables"));
                };
            case Step.Recall(int _, Mapping names) ->
                switch (names.evaluate(scope)) {
                    case Filled(Items(List<Value> all)) -> recall(all);
                    case Filled(Value one) -> recall(List.of(one));
                    case Faulty faulty -> texts.faulty(faulty.in("name"));
                };
            case Step.Merge merge -> merge(merge);
            case Step.Increment increment ->
                one(Fields.of("i", Num.of(setting.variables().increment(increment))));
            case Step.Return(int _, Mapping outputs) ->
                switch (outputs.evaluate(scope)) {
                    case Filled(Fields returned) -> {
                        setting.variables().outputs(returned);
                        yield one(returned);
                    }
                    case Filled _ -> new Upshot.Fault(texts.notFields("outputs"));
                    case Faulty faulty -> texts.faulty(faulty.in("outputs"));
                };
            case Step.Aggregate _, Step.Filter _, Step.Router _, Step.Decide _ ->
                throw new IllegalStateException("Not an operation: " + step);
        };
    }

    private static Upshot one(Fields bundle) {
        return new Upshot.Bundles(List.of(bundle));
    }

    /** What a module makes of what was collected. */
    Upshot of(Gathering.Made made, List<Gatherer.Group> groups) {
        Fields settings = Fields.EMPTY;
        switch (made.settings().evaluate(scope)) {
            case Filled(Fields filled) -> settings = filled;
            case Filled _ -> {
                return new Upshot.Fault(texts.notFields(made.module()));
            }
            case Faulty faulty -> {
                return texts.faulty(faulty);
            }
        }
        List<Fields> bundles = new ArrayList<>(groups.size());
        for (Gatherer.Group group : groups) {
            Fields input = settings.with("items", group.items());
            switch (call(made.module(), made.version(), Optional.empty(), input)) {
                case Upshot.Bundles(var all) ->
                    all.forEach(bundle -> bundles.add(group.key().with(bundle)));
                case Upshot other -> {
                    return other;
                }
            }
        }
        return new Upshot.Bundles(bundles);
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
        if (setting.revision().happened()
                && setting.journal().recall(Marks.input(at)).orElse(null) instanceof Entry.Drawn(Fields edited)) {
            return call(call.module(), call.version(), call.connection(), edited);
        }
        return switch (call.input().evaluate(scope)) {
            case Filled(Fields input) -> call(call.module(), call.version(), call.connection(), input);
            case Filled _ -> new Upshot.Fault(texts.notFields(call.module()));
            case Faulty faulty -> texts.faulty(faulty);
        };
    }

    private Upshot call(String module, int version, Optional<String> connection, Fields input) {
        effect = setting.modules().effect(module, version, input);
        if (effect != Effect.NONE) {
            setting.journal().barrier();
        }
        Outcome outcome;
        try {
            outcome = setting.modules().call(module, version, input, new ModuleInvocation(at, connection, setting));
        } catch (RuntimeException | StackOverflowError bug) {
            if (scope.journalTrouble() != null) {
                throw scope.journalTrouble();
            }
            return setting.transactions().settle(new Upshot.Fault(texts.bug(module, bug)));
        }
        return setting.transactions()
                .settle(
                        switch (outcome) {
                            case Outcome.Emitted(var bundles) -> new Upshot.Bundles(bundles);
                            case Outcome.Failed(Failure failure) -> new Upshot.Fault(failure);
                            case Outcome.Suspended(Wake wake, var bundles) -> {
                                then = bundles;
                                yield new Upshot.Waiting(wake);
                            }
                        });
    }

    private Upshot assign(List<Value> variables, Step.Lifetime lifetime) {
        Fields.Builder set = Fields.builder();
        for (Value variable : variables) {
            if (!(variable instanceof Fields fields)) {
                return new Upshot.Fault(texts.notFields("variables"));
            }
            String name = name(fields.get("name"));
            setting.variables().assign(name, fields.get("value"), lifetime);
            set.put(name, fields.get("value"));
        }
        return one(set.build());
    }

    private Upshot recall(List<Value> names) {
        Fields.Builder read = Fields.builder();
        for (Value value : names) {
            String name = name(value);
            read.put(name, setting.variables().assigned(name));
        }
        return one(read.build());
    }

    private Upshot merge(Step.Merge merge) {
        int branch = branch(merge.split());
        Fields.Builder bundle = Fields.builder();
        for (Step.Merged output : merge.outputs()) {
            if (branch >= output.values().size()) {
                bundle.put(output.name(), Nothing.NULL);
                continue;
            }
            switch (output.values().get(branch).evaluate(scope)) {
                case Filled(Value value) -> bundle.put(output.name(), value);
                case Faulty faulty -> {
                    return texts.faulty(faulty.in(output.name()));
                }
            }
        }
        return one(bundle.build());
    }

    /** The route of the If-else by which the bundle came. */
    private int branch(int split) {
        StepPath cell = at.parent();
        while (cell != null && cell.module() != split) {
            cell = cell.parent();
        }
        return cell == null ? Integer.MAX_VALUE : cell.number();
    }

    private String name(Value value) {
        return !(value instanceof Nothing)
                        && Coercion.toText(value, setting.plan().zone()) instanceof Coercion.Ok(Text(String text))
                ? text
                : "";
    }
}
