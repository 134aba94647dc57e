package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.util.List;
import java.util.Optional;

/** How a walk over a plan came to its end. */
public sealed interface Result {
    int operations();

    /**
     * The run is over.
     *
     * @param fault what failed, where the status is error, or where it is warning because of what failed
     * @param incomplete the bundles put aside by a Break
     * @param outputs what the run gives back to who called it
     * @param deliberate whether a Commit or Rollback ended it, so that it is not counted among failures
     */
    record Ended(
            Status status,
            int operations,
            Optional<Fault> fault,
            List<Broken> incomplete,
            Fields outputs,
            boolean deliberate)
            implements Result {
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

    /**
     * The run stopped where a call failed, and can go on from there: {@link Engine#retry} clears the failure, then
     * {@link Engine#run} walks on.
     *
     * @param incomplete the bundles put aside by a Break before; the end of the run names them again
     */
    record Incomplete(Fault fault, int operations, List<Broken> incomplete) implements Result {
        public Incomplete {
            incomplete = List.copyOf(incomplete);
        }
    }

    /** A failure and the module on which it happened. */
    record Fault(int module, StepPath at, Failure failure) {}

    /** A bundle put aside, and how it is tried again. */
    record Broken(Fault fault, Directive.Break then) {}

    enum Status {
        SUCCESS,
        WARNING,
        ERROR,
        STOPPED
    }
}
