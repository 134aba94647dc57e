package dev.tutti.scenario;

import java.util.List;
import java.util.Optional;

/**
 * Joins two modules; bundles travel from one to the other if the filter lets them. An error link joins a module to the
 * first module of a route that is taken only when it fails.
 *
 * @param order the place of this route among the routes of its router, or among the error routes of its module, from 1
 * @param fallback taken only when no other route of the router took the bundle
 * @param disabled never taken
 * @param error taken when {@code from} fails, "If this fails…"
 * @param errors the only types of errors for which an error link is taken, such as {@code RateLimitError}; empty for all
 */
public record Link(
        int from,
        int to,
        int order,
        Optional<String> name,
        Optional<LinkFilter> filter,
        boolean fallback,
        boolean disabled,
        boolean error,
        List<String> errors) {

    public Link {
        errors = List.copyOf(errors);
    }

    /** A link that is no error link. */
    public Link(
            int from,
            int to,
            int order,
            Optional<String> name,
            Optional<LinkFilter> filter,
            boolean fallback,
            boolean disabled) {
        this(from, to, order, name, filter, fallback, disabled, false, List.of());
    }

    /** A plain link. */
    public static Link between(int from, int to) {
        return new Link(from, to, 1, Optional.empty(), Optional.empty(), false, false);
    }

    /** The way from a module that fails, for errors of these types; for all where none is named. */
    public static Link onError(int from, int to, int order, String... errors) {
        return new Link(from, to, order, Optional.empty(), Optional.empty(), false, false, true, List.of(errors));
    }

    boolean joins(int source, int target) {
        return from == source && to == target;
    }
}
