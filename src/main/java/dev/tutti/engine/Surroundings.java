package dev.tutti.engine;

import dev.tutti.value.Blob;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
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

    default Watcher watcher() {
        return Watcher.NONE;
    }

    /** Takes the first reply of the run to its caller. */
    void reply(Reply reply);
}
