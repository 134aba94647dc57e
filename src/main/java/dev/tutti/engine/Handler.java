package dev.tutti.engine;

import java.util.Optional;
import java.util.Set;

/**
 * What to do when a module fails that this handler is for. The route sees the error as fields of the failed module,
 * {@code {{n.error.message}}}, {@code {{n.error.type}}}, {@code {{n.error.detail}}}, and as {@code {{error.message}}}
 * with {@code type}, {@code detail}, {@code module} and {@code moduleName}. A failure inside the route ends the run.
 * Where no bundle reaches a {@link Step.Decide}, the failure is ignored.
 *
 * @param kinds only for these; empty for all
 * @param filter only where it passes
 * @param route may be the same object for several handlers, which are then several ways into one route
 */
public record Handler(Set<Failure.Kind> kinds, Optional<Step.Filter> filter, Chain route) {
    public Handler {
        kinds = Set.copyOf(kinds);
    }

    /** For every failure. */
    public Handler(Chain route) {
        this(Set.of(), Optional.empty(), route);
    }
}
