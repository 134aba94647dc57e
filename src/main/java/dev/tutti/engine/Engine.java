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
        return new Walk(Setting.of(plan, journal, modules, surroundings, Course.whole()), null).run(input);
    }

    /**
     * Clears the failure at which a run became incomplete, durably: running the plan again over the same journal makes
     * the call again and goes on. All that happened before is recalled; what was mapped from an edited bundle is
     * worked out anew where that touches nothing outside.
     *
     * @param at the call that failed
     */
    public static void retry(
            Plan plan, List<Fields> input, Journal journal, Surroundings surroundings, StepPath at, Edits edits) {
        Editing.write(plan, input, journal, journal, surroundings, at, edits);
    }

    /**
     * The same in a run that goes on with a bundle which another put aside, before {@link #resume}.
     *
     * @param origin names the call: the one at which the bundle was put aside, if there are edits, or one that failed
     *     since
     * @param own the journal of the run that goes on with the bundle
     */
    public static void retry(
            Plan plan, List<Fields> input, Origin origin, Journal own, Surroundings surroundings, Edits edits) {
        Editing.write(plan, input, together(origin, own), own, surroundings, origin.at(), edits);
    }

    /**
     * Goes on with one bundle that a Break put aside: walks over the journal of the run that did so, calling nothing,
     * to the call that failed, makes that call again and takes what comes of it through the rest of the scenario.
     * Aggregators on that way collect this bundle alone. Running it again over the same journal goes on after a crash
     * or a wait.
     *
     * @param input of the run that put the bundle aside
     * @param own receives what happens now
     */
    public static Result resume(
            Plan plan, List<Fields> input, Origin origin, Journal own, Modules modules, Surroundings surroundings) {
        Continuation journal = new Continuation(origin.journal(), own);
        Course course = Course.from(origin, journal);
        return new Walk(Setting.of(plan, journal, modules, surroundings, course), null).run(input);
    }

    /**
     * What a run that went on with a bundle and the run that put it aside tell together. It is the journal of an
     * {@link Origin} where the bundle was put aside once more.
     */
    public static Journal together(Origin origin, Journal own) {
        return new Continuation(origin.journal(), own);
    }
}
