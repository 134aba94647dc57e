package dev.tutti.connector;

import dev.tutti.engine.Effect;
import dev.tutti.value.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything about a module except its code. Written with {@link #trigger}, {@link #action}, {@link #search} and
 * {@link #logic}.
 *
 * @param ref "app:operation", for ever
 * @param version raised when settings or outputs change their shape
 * @param effect what one call does to the world; total, also over input that makes no sense
 * @param open whether the output may hold more than {@code outputs} says, known only from a run
 * @param example one bundle that the module could return
 * @param icon name of a Lucide icon
 * @param tint colour of the disc, "#rrggbb"
 * @param words the module's own texts, see {@link Words}; empty where they stand in the message files
 */
public record ModuleSpec(
        String ref,
        int version,
        Kind kind,
        Optional<Structural> structural,
        Function<Fields, Effect> effect,
        List<Field> fields,
        List<Output> outputs,
        boolean open,
        Fields example,
        String icon,
        String tint,
        Set<String> connectionTypes,
        boolean connectionRequired,
        List<MakeEquivalent> make,
        String words) {

    private static final Set<String> GATHERING = Set.of("source", "fields", "groupBy", "stopIfEmpty");

    public ModuleSpec {
        if (!ref.matches("[a-z][a-z0-9-]*:[a-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("Not a module reference: " + ref);
        }
        if (!tint.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException(ref + ": not a colour: " + tint);
        }
        fields = List.copyOf(fields);
        outputs = List.copyOf(outputs);
        connectionTypes = Set.copyOf(connectionTypes);
        make = List.copyOf(make);
    }

    public String app() {
        return ref.substring(0, ref.indexOf(':'));
    }

    /** What {@link Module#run} gets: for an aggregator its settings without what says which bundles and how. */
    public List<Field> input() {
        return structural.filter(Structural.MADE_AGGREGATOR::equals).isEmpty()
                ? fields
                : fields.stream()
                        .filter(field -> !GATHERING.contains(field.key()))
                        .toList();
    }

    public String operation() {
        return ref.substring(ref.indexOf(':') + 1);
    }

    public static SpecWriter trigger(String ref) {
        return new SpecWriter(ref, Kind.TRIGGER, input -> Effect.NONE);
    }

    public static SpecWriter action(String ref, Effect effect) {
        return new SpecWriter(ref, Kind.ACTION, input -> effect);
    }

    /** An action whose effect depends on its settings. */
    public static SpecWriter action(String ref, Function<Fields, Effect> effect) {
        return new SpecWriter(ref, Kind.ACTION, effect);
    }

    public static SpecWriter search(String ref) {
        return new SpecWriter(ref, Kind.SEARCH, input -> Effect.READ);
    }

    /** Pure: recomputed when a run resumes. */
    public static SpecWriter logic(String ref) {
        return new SpecWriter(ref, Kind.LOGIC, input -> Effect.NONE);
    }

    /** Pure: one bundle for each of several things. */
    public static SpecWriter iterator(String ref) {
        return new SpecWriter(ref, Kind.ITERATOR, input -> Effect.NONE);
    }

    /** Control flow that the compiler turns into steps. */
    public static SpecWriter structural(String ref, Kind kind, Structural role) {
        return new SpecWriter(ref, kind, input -> Effect.NONE).role(role);
    }

    /** Control flow which the compiler, for some settings, leaves to a call with this effect. */
    public static SpecWriter structural(String ref, Kind kind, Structural role, Effect effect) {
        return new SpecWriter(ref, kind, input -> effect).role(role);
    }

    /** Control flow that is called all the same with some settings, which have this effect. */
    public static SpecWriter structural(String ref, Kind kind, Structural role, Function<Fields, Effect> effect) {
        return new SpecWriter(ref, kind, effect).role(role);
    }
}
