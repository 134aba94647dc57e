package dev.tutti.engine;

import java.util.Optional;

/**
 * One way out of a router.
 *
 * @param filter lets bundles in; without one every bundle takes the route
 * @param fallback runs last, only for bundles that took no other route
 * @param disabled as if it were not there
 * @param joins whether what leaves the route goes on into the router's join, if it has one
 */
public record Route(Optional<Step.Filter> filter, Chain chain, boolean fallback, boolean disabled, boolean joins) {
    public Route {
        if (fallback && disabled) {
            fallback = false;
        }
    }
}
