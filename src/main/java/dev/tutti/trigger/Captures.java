package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import java.time.Instant;
import java.util.Optional;

/** Drafts that wait for the next request: they get a copy of it, what is live runs and answers as always. */
public interface Captures {

    /** Waits up to five minutes; a second call replaces the first. Returns when it gives up. */
    Instant begin(ScenarioId scenario, ScenarioVersionId snapshot);

    /** Stops waiting; false when it did not wait. */
    boolean stop(ScenarioId scenario);

    /** Until when the scenario's draft waits, empty when it does not. */
    Optional<Instant> waiting(ScenarioId scenario);
}
