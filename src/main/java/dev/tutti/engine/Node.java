package dev.tutti.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step at its place in a plan, tied to what comes after it, so that a walk need not know the chains around it. */
final class Node {
    private static final Node[] NOBODY = {};

    /** The module's number; 0 where there is none. */
    final int id;

    /** What to do; null for the trigger and for the end of a handler's route. */
    final @Nullable Step step;

    /** What comes next; null where a bundle has arrived. */
    @Nullable
    Node next;

    /** What to do when this fails; null where that ends the run. */
    final @Nullable Guard guard;

    /** The aggregators that collect what this emits, in the order in which they let go. */
    Node[] collectors = NOBODY;

    /** The first step of each route of a router. */
    @Nullable
    Node[] routes = NOBODY;

    /** An aggregator's place among all aggregators of the plan. */
    int place;

    /** Set at the end of a handler's route: what happens there. */
    Optional<Directive> arrival = Optional.empty();

    Node(int id, @Nullable Step step, @Nullable Node next, @Nullable Guard guard) {
        this.id = id;
        this.step = step;
        this.next = next;
        this.guard = guard;
    }

    /** The way in of a handler's route. */
    record Guard(Node entry) {}
}
