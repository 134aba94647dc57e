package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;

/** What a canvas that watches is told. All counts are totals so far, so that a lost event costs nothing. */
public sealed interface LiveEvent {

    /** A run was accepted or changed its status. */
    record Began(Run run) implements LiveEvent {}

    /** A module's totals changed. */
    record Module(RunId run, ModuleCount count) implements LiveEvent {}

    /** A filtered link's totals changed. */
    record Link(RunId run, LinkCount count) implements LiveEvent {}

    /** A run ended. */
    record Finished(Run run) implements LiveEvent {}

    /** A draft waits for a request ("waiting"), got one ("captured") or gave up ("expired"). */
    record Capture(ScenarioId scenario, String state) implements LiveEvent {}

    /** Somebody edited the draft. */
    record Draft(ScenarioId scenario, long revision) implements LiveEvent {}
}
