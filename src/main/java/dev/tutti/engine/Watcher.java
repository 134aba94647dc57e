package dev.tutti.engine;

/** Looks on while a run goes. Called for every step, so it must be cheap. */
public interface Watcher {
    Watcher NONE = new Watcher() {};

    /** Asked before each step: whether the run shall go on. Also the place to notice that time passes. */
    default boolean goesOn() {
        return true;
    }

    /** A module begins its operation of this number, counted from 0. */
    default void entered(int module, int operation, StepPath at) {}

    /** An operation is over: emitted, failed, suspended, iterated. Also told for recalled operations. */
    default void finished(int module, int operation, StepPath at, Entry entry, boolean recalled) {}

    default void filtered(int from, int to, boolean passed, boolean recalled) {}

    /** An iterator, or a module that emitted several bundles, begins with the next one. */
    default void iterated(int module, int done, int of) {}
}
