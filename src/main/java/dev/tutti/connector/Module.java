package dev.tutti.connector;

import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import java.util.List;

/**
 * One kind of work a scenario can do. A module is one file: a {@code @Component final class} that holds its spec and
 * its code; Spring finds it, nothing lists it.
 */
public interface Module {

    /** What the catalogue, the settings panel, the compiler and the import from Make need to know. Constant. */
    ModuleSpec spec();

    /**
     * Does the work for one bundle. The input is already coerced to the types of the spec's fields, required values are
     * there and defaults are filled in. Whatever can be expected to go wrong is returned as {@code Outcome.Failed}; an
     * exception means a bug. Never called for a trigger or for a module with a
     * {@link Structural} role, but for {@link Structural#MADE_AGGREGATOR}, which gets its settings and {@code items}, and
     * {@link Structural#INCREMENT} that never starts anew.
     */
    Outcome run(Fields input, Invocation invocation);

    /**
     * What comes out when the settings are these (uncompiled, as they stand in the blueprint). Most modules always
     * return the same; a module whose output fields are named by its settings says so here.
     */
    default List<Output> outputs(Fields values) {
        return spec().outputs();
    }
}
