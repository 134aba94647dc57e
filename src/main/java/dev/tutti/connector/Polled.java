package dev.tutti.connector;

import dev.tutti.engine.Failure;
import java.util.function.Function;

/** What came of asking a polling trigger something. */
public sealed interface Polled<T> {

    record Got<T>(T what) implements Polled<T> {}

    /** The other side could not be asked, or its answer not be used. */
    record Failed<T>(Failure failure) implements Polled<T> {}

    /** The same with something made of what was got. */
    default <R> Polled<R> map(Function<? super T, ? extends R> made) {
        return switch (this) {
            case Got<T>(T what) -> new Got<>(made.apply(what));
            case Failed<T>(Failure failure) -> new Failed<>(failure);
        };
    }
}
