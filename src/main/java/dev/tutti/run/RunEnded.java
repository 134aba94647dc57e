package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;

/** A run has ended, and that is durable. Published only for runs that somebody may want to be told of: errors and warnings, and every run while a list or a canvas is open. */
public record RunEnded(RunId run, ScenarioId scenario, RunStatus status, Cause cause, boolean test) {}
