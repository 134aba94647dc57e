package dev.tutti.engine;

/** Which run this is, for modules and for the system variables of expressions. */
public record RunContext(String runId, String scenarioId, String workspaceId, String scenarioName, boolean test) {}
