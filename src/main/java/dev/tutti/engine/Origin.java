package dev.tutti.engine;

/**
 * Where a bundle was put aside that another run goes on with.
 *
 * @param journal of the run that put it aside; only read
 * @param at the call that failed
 * @param runId of that run: the call keeps its idempotency key
 */
public record Origin(Journal journal, StepPath at, String runId) {}
