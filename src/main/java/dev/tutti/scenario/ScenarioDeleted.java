package dev.tutti.scenario;

/** A scenario was deleted (it was turned off in the same transaction). */
public record ScenarioDeleted(ScenarioId scenario) {}
