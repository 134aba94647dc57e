package dev.tutti.engine;

import dev.tutti.expression.Condition;
import java.util.List;
import java.util.Optional;

/** One thing that a run does with a bundle. An {@code id} is the number of the module on the canvas. */
public sealed interface Step {
    /** Calls a module; a disabled one lets bundles through untouched. */
    record Call(int id, String module, int version, Mapping input, Optional<String> connection, boolean disabled)
            implements Step {}

    /** Lets a bundle pass the link between two modules, or ends it there. */
    record Filter(int from, int to, Condition condition) implements Step {}

    /**
     * Emits the items of an array one by one; what is not an array is an array of one, and nothing is an empty one.
     *
     * @param atOnce how many items may be under way at the same time; their order is kept
     */
    record Iterate(int id, Mapping items, int atOnce) implements Step {
        public Iterate {
            if (atOnce < 1) {
                throw new IllegalArgumentException("An iterator has at least one item under way");
            }
        }
    }

    /**
     * Collects the bundles that reach it during one operation of its source and emits them as one, also when there
     * were none, unless {@code stopIfEmpty}. With {@code groupBy}, one bundle for each distinct value.
     */
    record Aggregate(int id, int source, Gathering gathering, Optional<Mapping> groupBy, boolean stopIfEmpty)
            implements Step {}

    /** Sets variables: the mapping gives a list of {@code {name, value}}, or one of them. */
    record Assign(int id, Mapping variables, Lifetime lifetime) implements Step {}

    /** Reads variables: the mapping gives their names; a variable that is not set is empty. */
    record Recall(int id, Mapping names) implements Step {}

    /**
     * Sends each bundle down every route that lets it in, one route after another. What leaves a route that joins
     * goes on with the join, once for each bundle that leaves; without a join it has arrived.
     */
    record Router(int id, List<Route> routes, Optional<Chain> join) implements Step {
        public Router {
            routes = List.copyOf(routes);
            if (routes.stream().filter(Route::fallback).count() > 1) {
                throw new IllegalArgumentException("Router " + id + " has more than one fallback route");
            }
        }
    }

    /** A chain whose failures are handled. */
    record Guarded(Chain body, Handler handler) implements Step {}

    /** How long a variable is kept. */
    enum Lifetime {
        CYCLE,
        RUN
    }
}
