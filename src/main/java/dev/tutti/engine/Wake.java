package dev.tutti.engine;

import java.time.Instant;
import java.util.Optional;

/** What a suspended run waits for. */
public sealed interface Wake {
    /** Goes on at this moment. */
    record At(Instant time) implements Wake {}

    /** Goes on when somebody says so under this name, or fails once the time is over. */
    record Signal(String name, Optional<Instant> until) implements Wake {}
}
