package dev.tutti.engine;

import dev.tutti.expression.Condition;
import java.util.List;
import java.util.Optional;

/** One thing that a run does with a bundle. An {@code id} is the number of the module on the canvas. */
public sealed interface Step {
    /** Calls a module; a disabled one lets bundles through untouched. */
    record Call(
            int id,
            String module,
            int version,
            Mapping input,
            Optional<String> connection,
            boolean disabled,
            Optional<Retry> retry)
            implements Step {

        public Call(int id, String module, int version, Mapping input, Optional<String> connection, boolean disabled) {
            this(id, module, version, input, connection, disabled, Optional.empty());
        }
    }

    /** Lets a bundle pass the link between two modules, or ends it there. */
    record Filter(int from, int to, Condition condition) implements Step {}

    /**
     * Emits the items of an array one by one; what is not an array is an array of one, and nothing is an empty one.
     *
     * @param atOnce how many items may be under way at the same time. Today they go one after another whatever it
     *     says: an order that is kept, and a run that stops where it failed, are worth more than the time.
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
     *
     * @param exclusive an If-else: only the first route that lets the bundle in, in the order of the list, the
     *     fallback being its else
     */
    record Router(int id, List<Route> routes, Optional<Chain> join, boolean exclusive) implements Step {
        public Router(int id, List<Route> routes, Optional<Chain> join) {
            this(id, routes, join, false);
        }

        public Router {
            routes = List.copyOf(routes);
            if (routes.stream().filter(Route::fallback).count() > 1) {
                throw new IllegalArgumentException("Router " + id + " has more than one fallback route");
            }
        }
    }

    /**
     * Where the branches of an If-else come together, as the first step of its join: one bundle out of values that
     * were mapped for the branch the bundle came by. One operation.
     *
     * @param split the number of the If-else
     */
    record Merge(int id, int split, List<Merged> outputs) implements Step {
        public Merge {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * A field of what a Merge emits.
     *
     * @param values one for each route of the If-else, in their order; empty where a branch has none
     */
    record Merged(String name, List<Mapping> values) {
        public Merged {
            values = List.copyOf(values);
        }
    }

    /** Emits {@code i}, one more than the last time it did in this cycle or run, beginning with 1. */
    record Increment(int id, Lifetime lifetime) implements Step {}

    /** Sets what the run gives back to who called it; the last one of a run counts. */
    record Return(int id, Mapping outputs) implements Step {}

    /** The end of a handler's route: the first that a bundle reaches decides. Costs no operation. */
    record Decide(int id, Directive then) implements Step {}

    /** How long a variable is kept. */
    enum Lifetime {
        CYCLE,
        RUN
    }
}
