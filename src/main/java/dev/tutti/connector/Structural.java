package dev.tutti.connector;

/**
 * The control flow that a module stands for. The compiler of scenarios turns such a module into steps of the plan by
 * the values it carries; its {@link Module#run} is never called unless its
 * constant says so.
 */
public enum Structural {
    ROUTER,
    ITERATOR,
    ARRAY_AGGREGATOR,
    TEXT_AGGREGATOR,
    NUMERIC_AGGREGATOR,
    TABLE_AGGREGATOR,
    SET_VARIABLE,
    SET_VARIABLES,
    GET_VARIABLE,
    GET_VARIABLES,
    /** A router that takes the first route whose filter lets the bundle in, and no other. */
    IF_ELSE,
    /** Where the branches of an If-else come together, with one value for each. */
    MERGE,
    /** Within a cycle or a run; a counter that never begins anew is called. */
    INCREMENT,
    /** What the run gives back to whoever called it. */
    RETURN,
    /** An aggregator whose module makes one bundle of all the items: its {@link Module#run} is called, once a group. */
    MADE_AGGREGATOR,
    IGNORE,
    RESUME,
    COMMIT,
    ROLLBACK,
    BREAK;

    /** Whether it stands at the end of an error route and decides what becomes of the bundle. */
    public boolean directs() {
        return this == IGNORE || this == RESUME || this == COMMIT || this == ROLLBACK || this == BREAK;
    }
}
