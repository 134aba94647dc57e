package dev.tutti.trigger;

import dev.tutti.run.Cause;
import dev.tutti.run.Input;
import dev.tutti.run.Started;
import dev.tutti.scenario.ScenarioId;
import java.time.Instant;

/** Starts scenarios for what happened outside. */
public interface Triggers {

    /** Starts the live version, whether the scenario is on or off; empty when nothing was ever published. */
    java.util.Optional<Started> live(ScenarioId scenario, Cause cause, Input input);

    /** Starts a snapshot of the draft as a test run. */
    Started draft(ScenarioId scenario, Cause cause, Input input);

    /** The clock struck: starts the live version once for that moment, does nothing when the scenario is off. */
    void fire(ScenarioId scenario, Instant scheduledAt);
}
