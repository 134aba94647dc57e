package dev.tutti.engine;

/** Places in a journal for facts that belong to no question of a step. */
final class Marks {
    /** Which changes people made. */
    static final StepPath EDITED = StepPath.of(0, -1);

    /** The connections were all ready when the run began. */
    static final StepPath READY = StepPath.of(0, -2);

    private Marks() {}

    /** What a person put in place of the bundle of this index that an operation emitted. */
    static StepPath bundle(StepPath operation, int index) {
        return operation.then(0, -1 - index);
    }

    /** What a person had an operation receive. */
    static StepPath input(StepPath operation) {
        return operation.then(0, Integer.MIN_VALUE);
    }

    /** After which revision an operation was worked out. */
    static StepPath revision(StepPath operation) {
        return operation.then(0, Integer.MIN_VALUE + 1);
    }

    /** The way of all that happens in a cycle after the first, and the bundles it began with. */
    static StepPath cycle(int cycle) {
        return StepPath.of(0, cycle);
    }
}
