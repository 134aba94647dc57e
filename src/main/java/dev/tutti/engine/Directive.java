package dev.tutti.engine;

import java.time.Duration;

/** What happens to a bundle on which a module failed, once the handler's own modules are done. */
public sealed interface Directive {
    /** The bundle is dropped, the others go on. */
    record Ignore() implements Directive {}

    /** The failed module is taken to have emitted this instead. */
    record Resume(Mapping substitute) implements Directive {}

    /** The run stops as a success. */
    record Commit() implements Directive {}

    /** The run stops as an error, and what can be undone is undone. */
    record Rollback() implements Directive {}

    /** The bundle is kept as an incomplete run, tried again this often (0: only by hand), the others go on. */
    record Break(int attempts, Duration interval) implements Directive {
        public Break {
            if (attempts < 0 || interval.isNegative()) {
                throw new IllegalArgumentException("A break cannot retry " + attempts + " times every " + interval);
            }
        }
    }
}
