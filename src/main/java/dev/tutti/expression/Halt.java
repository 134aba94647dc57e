package dev.tutti.expression;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ends an evaluation from within; caught where it began and given back as {@link Evaluated.Error}. */
final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable ExpressionError error;

    Halt(ExpressionError error) {
        super(error.said().key(), null, false, false);
        this.error = error;
    }

    ExpressionError error() {
        return Objects.requireNonNull(error);
    }
}
