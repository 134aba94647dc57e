package dev.tutti.engine;

import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
import java.time.Instant;
import java.util.List;
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

    /** Data by name: for {@code var.scenario.name} an expression asks for {@code var.scenario}. */
    default Value variable(String name) {
        return Nothing.NULL;
    }

    /**
     * The content of a file that an expression turns into text, at most 8 MB.
     *
     * @throws IllegalArgumentException where it cannot be had
     */
    default byte[] bytes(Blob blob) {
        if (blob.content() instanceof Blob.Content.Inline(byte[] bytes)) {
            return bytes;
        }
        throw new IllegalArgumentException("Stored files cannot be read here");
    }

    /**
     * The bundles of another cycle of a run that has a trigger; none ends the run. What is said here is written down.
     *
     * @param cycle counted from 0, so at least 1
     */
    default List<Fields> more(int cycle) {
        return List.of();
    }

    /**
     * A cycle is over: the trigger's position moves past its bundles, or goes back. May be told twice.
     *
     * @param counts whether what the cycle did counts
     */
    default void settle(int cycle, boolean counts) {}

    default Watcher watcher() {
        return Watcher.NONE;
    }

    /** Takes the first reply of the run to its caller. */
    void reply(Reply reply);
}
