package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.util.List;

/** What one call of a module came to. */
public sealed interface Outcome {
    /** Any number of bundles; each goes through the whole rest of the scenario before the next. */
    record Emitted(List<Fields> bundles) implements Outcome {
        public Emitted {
            bundles = List.copyOf(bundles);
        }
    }

    record Failed(Failure failure) implements Outcome {}

    /** The run leaves memory and goes on when woken; {@code then} is what the call emits after a {@link Wake.At}. */
    record Suspended(Wake wake, List<Fields> then) implements Outcome {
        public Suspended {
            then = List.copyOf(then);
        }
    }

    static Outcome emitted(Fields bundle) {
        return new Emitted(List.of(bundle));
    }

    static Outcome failed(Failure.Kind kind, String message) {
        return new Failed(Failure.of(kind, message));
    }

    static Outcome failed(Failure.Kind kind, String message, String advice) {
        return new Failed(Failure.of(kind, message, advice));
    }
}
