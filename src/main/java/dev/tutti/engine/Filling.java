package dev.tutti.engine;

import dev.tutti.expression.ExpressionError;
import dev.tutti.value.Value;

/** What filling in a mapping came to. */
public sealed interface Filling {
    record Filled(Value value) implements Filling {}

    /**
     * An expression failed.
     *
     * @param field from the outside in, items counted from 1: {@code headers[2].value}; empty for a lone expression
     */
    record Faulty(String field, ExpressionError error) implements Filling {
        Faulty in(String outer) {
            return new Faulty(field.isEmpty() || field.startsWith("[") ? outer + field : outer + "." + field, error);
        }
    }
}
