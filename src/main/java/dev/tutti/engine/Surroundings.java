package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.time.Instant;
import java.util.UUID;

/** All that a run gets from outside its plan, its input, its journal and the modules. */
public interface Surroundings {
    Instant now();

    /** A clock for durations, in nanoseconds from anywhere. */
    long nanos();

    /** At least 0, below 1. */
    double random();

    UUID uuid();

    RunContext run();

    /** The variables of the organisation and the scenario, as expressions find them under {@code var}. */
    default Fields variables() {
        return Fields.EMPTY;
    }

    default Watcher watcher() {
        return Watcher.NONE;
    }

    /** Takes the first reply of the run to its caller. */
    void reply(Reply reply);
}
