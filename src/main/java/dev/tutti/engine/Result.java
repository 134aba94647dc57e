package dev.tutti.engine;

import java.util.List;
import java.util.Optional;

/** How a walk over a plan came to its end. */
public sealed interface Result {
    int operations();

    /**
     * The run is over.
     *
     * @param fault what failed, where the status is error
     * @param incomplete the bundles put aside by a Break, where the status is warning
     */
    record Ended(Status status, int operations, Optional<Fault> fault, List<Fault> incomplete) implements Result {
        public Ended {
            incomplete = List.copyOf(incomplete);
        }
    }

    /** The run waits; its journal holds all that is needed to go on. */
    record Suspended(StepPath at, Wake wake, int operations) implements Result {}

    /**
     * The clock cut an expression short. Nothing of it is in the journal, so that running the plan again tries it
     * again; whoever gave it up ends the run as an error.
     */
    record Interrupted(Fault fault, int operations) implements Result {}

    /** A failure and the module on which it happened. */
    record Fault(int module, StepPath at, Failure failure) {}

    enum Status {
        SUCCESS,
        WARNING,
        ERROR,
        STOPPED
    }
}
