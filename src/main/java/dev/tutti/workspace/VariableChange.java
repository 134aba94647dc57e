package dev.tutti.workspace;

import java.time.Instant;
import java.util.Optional;

/**
 * What a variable was set to.
 *
 * @param by the name of the person; empty when a run did it, or the person is gone
 * @param run the number of the run that did it
 */
public record VariableChange(String content, Instant at, Optional<String> by, Optional<String> run) {}
