package dev.tutti.scenario;

/** Requests and schedules run nothing from now on. Published inside the transaction that did it. */
public record ScenarioTurnedOff(ScenarioId scenario) {}
