package dev.tutti.connector;

/** What part a module plays in a scenario; decides its badge in the picker and where it may stand. */
public enum Kind {
    /** Starts a scenario; only as the first module. */
    TRIGGER,
    /** Changes or fetches something, one operation for each bundle. */
    ACTION,
    /** Finds any number of things, one bundle each. */
    SEARCH,
    /** Shapes or keeps data inside the run. */
    LOGIC,
    /** Turns one bundle with a list into one bundle for each item. */
    ITERATOR,
    /** Turns the bundles of its source into one. */
    AGGREGATOR,
    /** Splits the way into routes. */
    ROUTER,
    /** Decides what becomes of a bundle on which a module failed; only at the end of an error route. */
    DIRECTIVE
}
