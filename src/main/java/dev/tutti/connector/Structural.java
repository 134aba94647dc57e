package dev.tutti.connector;

/**
 * The control flow that a module stands for. The compiler of scenarios turns such a module into steps of the plan by
 * the values it carries; its {@link Module#run} is never called.
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
    GET_VARIABLES
}
