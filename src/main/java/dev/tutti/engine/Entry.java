package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One fact about a run that its plan and input alone do not tell, or that people want to read. */
public sealed interface Entry {
    /** An operation emitted these bundles. */
    record Emitted(List<Fields> bundles, Effect effect, long startedAtMillis, long micros) implements Entry {
        public Emitted {
            bundles = List.copyOf(bundles);
        }
    }

    /** An operation failed. */
    record Failed(Failure failure, Effect effect, long startedAtMillis, long micros) implements Entry {}

    /**
     * An operation waits. To answer a {@link Wake.Signal}, append an {@link Emitted} or {@link Failed} at the same
     * path and run the plan again.
     */
    record Suspended(Wake wake, List<Fields> then, Effect effect, long startedAtMillis, long micros) implements Entry {
        public Suspended {
            then = List.copyOf(then);
        }
    }

    /**
     * An operation failed and is tried again at this time.
     *
     * @param tried how often it was tried; 0 where a person had it tried again
     */
    record Retrying(Failure failure, int tried, Instant again, Effect effect, long startedAtMillis, long micros)
            implements Entry {}

    /**
     * The clock or chance said this; its path is that of the step that asked, and the number of the question. Numbers
     * below 0 are what a person said, see {@link Edits}.
     */
    record Drawn(Value value) implements Entry {}

    /** A filter let a bundle pass, or did not; the reason is given where the data did not fit the comparison. */
    record Filtered(int from, int to, boolean passed, Optional<String> reason) implements Entry {}

    /** An iterator emitted this many bundles; they are recomputed when shown. */
    record Iterated(int bundles, long startedAtMillis, long micros) implements Entry {}

    /** A router sent a bundle down these routes, by their position from 0. */
    record Routed(List<Integer> routes) implements Entry {
        public Routed {
            routes = List.copyOf(routes);
        }
    }

    /** A handler was through with a failure. */
    record Handled(Directive directive) implements Entry {}
}
