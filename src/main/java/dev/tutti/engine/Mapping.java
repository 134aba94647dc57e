package dev.tutti.engine;

import dev.tutti.engine.Filling.Faulty;
import dev.tutti.engine.Filling.Filled;
import dev.tutti.expression.Compiled;
import dev.tutti.expression.Evaluated;
import dev.tutti.expression.Scope;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The settings of a module with their expressions compiled, in the shape in which the module receives them. */
public sealed interface Mapping {
    /** Fills the settings in; the first expression that fails ends it. */
    Filling evaluate(Scope scope);

    /** The fields that are the same for every bundle, as far as that can be seen. */
    default Fields constants() {
        return switch (this) {
            case Constant(Fields fields) -> fields;
            case Record(var fields) -> {
                Fields.Builder fixed = Fields.builder();
                fields.forEach((name, mapping) -> {
                    if (mapping instanceof Constant(Value value)) {
                        fixed.put(name, value);
                    }
                });
                yield fixed.build();
            }
            case Constant _, Leaf _, Array _ -> Fields.EMPTY;
        };
    }

    record Constant(Value value) implements Mapping {
        @Override
        public Filling evaluate(Scope scope) {
            return new Filled(value);
        }
    }

    record Leaf(Compiled expression) implements Mapping {
        @Override
        public Filling evaluate(Scope scope) {
            return switch (expression.evaluate(scope)) {
                case Evaluated.Ok(Value value) -> new Filled(value);
                case Evaluated.Error(var error) -> new Faulty("", error);
            };
        }
    }

    /** Fields; one whose value is {@code ignore} is left out. */
    record Record(SequencedMap<String, Mapping> fields) implements Mapping {
        public Record {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        @Override
        public Filling evaluate(Scope scope) {
            Fields.Builder filled = Fields.builder();
            for (Map.Entry<String, Mapping> field : fields.entrySet()) {
                switch (field.getValue().evaluate(scope)) {
                    case Filled(Value value) when value == Nothing.IGNORE -> {}
                    case Filled(Value value) -> filled.put(field.getKey(), value);
                    case Faulty faulty -> {
                        return faulty.in(field.getKey());
                    }
                }
            }
            return new Filled(filled.build());
        }
    }

    /** Items; one whose value is {@code ignore} is left out. */
    record Array(List<Mapping> items) implements Mapping {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public Filling evaluate(Scope scope) {
            List<Value> filled = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                switch (items.get(i).evaluate(scope)) {
                    case Filled(Value value) when value == Nothing.IGNORE -> {}
                    case Filled(Value value) -> filled.add(value);
                    case Faulty faulty -> {
                        return faulty.in("[" + (i + 1) + "]");
                    }
                }
            }
            return new Filled(new Items(filled));
        }
    }
}
