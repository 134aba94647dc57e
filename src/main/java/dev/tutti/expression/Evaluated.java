package dev.tutti.expression;

import dev.tutti.value.Value;

/** What an evaluation gives. */
public sealed interface Evaluated {
    record Ok(Value value) implements Evaluated {}

    @SuppressWarnings("AvoidCommonTypeNames") // read as Evaluated.Error everywhere
    record Error(ExpressionError error) implements Evaluated {}
}
