package dev.tutti.scenario;

import dev.tutti.engine.Plan;

/**
 * A version made ready to run. It is cached and shared; nothing in it changes.
 *
 * @param scenarioName the name of the scenario now
 * @param replies whether some module of it answers the caller
 */
public record Executable(
        ScenarioVersion version,
        String scenarioName,
        Blueprint blueprint,
        Plan plan,
        StartsBy startsBy,
        boolean replies) {}
