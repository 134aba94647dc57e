package dev.tutti.scenario;

/** A draft became the live version. Published inside the transaction that did it. */
public record ScenarioPublished(ScenarioId scenario, ScenarioVersionId version, int number, boolean on) {}
