package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run of a scenario, as lists show it.
 *
 * @param version the version it was accepted with; a snapshot of a draft has no number
 * @param test true when it runs a snapshot of the draft
 * @param until when a waiting run goes on
 * @param parentRun the run that called this one
 * @param bytes size of the input and of what modules gave out
 */
public record Run(
        RunId id,
        ScenarioId scenario,
        String scenarioName,
        ScenarioVersionId versionId,
        OptionalInt version,
        boolean test,
        RunStatus status,
        Cause cause,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> until,
        int operations,
        long bytes,
        Optional<RunError> error,
        Optional<RunId> replayOf,
        Optional<RunId> parentRun) {

    /** Time from accept to end, absent while the run goes on. */
    public Optional<Duration> took() {
        return endedAt.map(end -> Duration.between(startedAt, end));
    }
}
