package dev.tutti.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which part of a plan a walk is about: the whole, or what follows one call. */
final class Course {
    private final @Nullable StepPath goal;
    private final @Nullable Continuation journal;
    private final @Nullable String runId;
    private final boolean looks;
    private final Map<Integer, Place> places = new HashMap<>();
    private boolean reached;

    private Course(@Nullable StepPath goal, @Nullable Continuation journal, @Nullable String runId, boolean looks) {
        this.goal = goal;
        this.journal = journal;
        this.runId = runId;
        this.looks = looks;
        reached = goal == null;
    }

    static Course whole() {
        return new Course(null, null, null, false);
    }

    static Course from(Origin origin, Continuation journal) {
        return new Course(origin.at(), journal, origin.runId(), false);
    }

    /** Ends at that call without making it, and remembers where the bundles in scope come from. */
    static Course to(StepPath goal) {
        return new Course(goal, null, null, true);
    }

    /** Whether the walk is about the whole plan. */
    boolean isWhole() {
        return goal == null;
    }

    boolean reached() {
        return reached;
    }

    /** Whether the walk ends where it has arrived. */
    boolean looks() {
        return looks;
    }

    /** Whether this is the call at which it begins. */
    boolean isGoal(StepPath at) {
        return at.equals(goal);
    }

    void reach() {
        reached = true;
        if (journal != null) {
            journal.reach();
        }
    }

    /** The run to which a call belongs, whichever run makes it. */
    String runId(StepPath at, String mine) {
        return runId != null && at.equals(goal) ? runId : mine;
    }

    /** A bundle of a module is on its way. */
    void passed(int module, Place place) {
        if (looks && !reached) {
            places.put(module, place);
        }
    }

    /** Where the bundle of a module comes from that leads to the call. */
    @Nullable
    Place place(int module) {
        return places.get(module);
    }

    /** The bundle of this index that an operation emitted, and its way. */
    record Place(StepPath operation, int index, Revision.Way way) {}
}
