package dev.tutti.scenario;

/** A draft was created or changed. Published inside the transaction that did it. */
public record DraftChanged(ScenarioId scenario, long revision) {}
