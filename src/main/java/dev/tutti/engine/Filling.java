package dev.tutti.engine;

import dev.tutti.expression.ExpressionError;
import dev.tutti.value.Value;

/** What filling in a mapping came to. */
public sealed interface Filling {
    record Filled(Value value) implements Filling {}

    /** An expression failed; the field is named from the outside in, such as {@code headers[2].value}. */
    record Faulty(String field, ExpressionError error) implements Filling {}
}
