package dev.tutti.value;

/**
 * Anything that a module receives, maps or produces. Immutable, compared by content.
 *
 * <p>A bundle, the unit of data that travels through a scenario, is a {@link Fields}.
 */
public sealed interface Value permits Nothing, Text, Num, Bool, Moment, Blob, Items, Fields {}
