package dev.tutti.scenario;

/** Requests and schedules run the live version from now on. Published inside the transaction that did it. */
public record ScenarioTurnedOn(ScenarioId scenario, ScenarioVersionId live) {}
