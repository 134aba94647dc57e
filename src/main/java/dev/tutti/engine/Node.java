package dev.tutti.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step at its place in a plan, tied to what comes after it, so that a walk need not know the chains around it. */
final class Node {
    private static final Node[] NOBODY = {};

    /** The module's number; 0 where there is none. */
    final int id;

    /** What to do; null for the trigger. */
    final @Nullable Step step;

    /** What comes next; null where a bundle has arrived. */
    @Nullable
    Node next;

    /** What to do when this fails, in the order in which it is tried; without any that fits, the run ends. */
    List<Rescue> rescues = List.of();

    /** The aggregators that collect what this emits, in the order in which they let go. */
    Node[] collectors = NOBODY;

    /** The first step of each route of a router. */
    @Nullable
    Node[] routes = NOBODY;

    /** An aggregator's place among all aggregators of the plan. */
    int place;

    Node(int id, @Nullable Step step, @Nullable Node next) {
        this.id = id;
        this.step = step;
        this.next = next;
    }

    /**
     * A handler at its place.
     *
     * @param entry the way in of its route; null where that is empty
     */
    record Rescue(Handler handler, @Nullable Node entry) {}
}
