package dev.tutti.engine;

import dev.tutti.expression.Compiled;
import dev.tutti.expression.Scope;
import dev.tutti.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The settings of a module with their expressions compiled, in the shape in which the module receives them. */
public sealed interface Mapping {
    /** Fills the settings in; the first expression that fails ends it. */
    default Filling evaluate(Scope scope) {
        throw new UnsupportedOperationException();
    }

    record Constant(Value value) implements Mapping {}

    record Leaf(Compiled expression) implements Mapping {}

    /** Fields; one whose value is {@code ignore} is left out. */
    record Record(SequencedMap<String, Mapping> fields) implements Mapping {
        public Record {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }
    }

    /** Items; one whose value is {@code ignore} is left out. */
    record Array(List<Mapping> items) implements Mapping {
        public Array {
            items = List.copyOf(items);
        }
    }
}
