package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.util.List;

/** Walks a plan: depth first, one bundle through the whole rest before the next. */
public final class Engine {
    private Engine() {}

    /**
     * Runs a plan from its beginning, or from where its journal ends.
     *
     * @param input the bundles of the trigger, or for a plan without one a single bundle that nobody sees
     */
    public static Result run(
            Plan plan, List<Fields> input, Journal journal, Modules modules, Surroundings surroundings) {
        return new Walk(plan, journal, modules, surroundings, null).run(input);
    }
}
