package dev.tutti.scenario;

import java.util.Optional;

/**
 * Joins two modules; bundles travel from one to the other if the filter lets them.
 *
 * @param order the place of this route among the routes of its router, from 1
 * @param fallback taken only when no other route of the router took the bundle
 * @param disabled never taken
 */
public record Link(
        int from,
        int to,
        int order,
        Optional<String> name,
        Optional<LinkFilter> filter,
        boolean fallback,
        boolean disabled) {

    /** A plain link. */
    public static Link between(int from, int to) {
        return new Link(from, to, 1, Optional.empty(), Optional.empty(), false, false);
    }

    boolean joins(int source, int target) {
        return from == source && to == target;
    }
}
