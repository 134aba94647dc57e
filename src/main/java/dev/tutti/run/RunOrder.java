package dev.tutti.run;

import dev.tutti.scenario.ScenarioVersionId;
import java.util.Optional;

/**
 * A wish to run a version.
 *
 * @param version the immutable version or snapshot to run
 * @param dedupKey two orders with the same key make one run
 */
public record RunOrder(
        ScenarioVersionId version, Cause cause, Input input, Optional<String> dedupKey, Optional<RunId> replayOf) {

    /** An order without a key. */
    public static RunOrder of(ScenarioVersionId version, Cause cause, Input input) {
        return new RunOrder(version, cause, input, Optional.empty(), Optional.empty());
    }
}
