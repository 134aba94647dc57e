package dev.tutti.scenario;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An immutable state of a scenario.
 *
 * @param number 1, 2, 3… for what was published; absent for the snapshot of a test run
 */
public record ScenarioVersion(
        ScenarioVersionId id,
        ScenarioId scenario,
        OptionalInt number,
        Instant createdAt,
        Author author,
        Optional<String> note) {

    /** Whether it was made for a test run of the draft. */
    public boolean test() {
        return number.isEmpty();
    }
}
