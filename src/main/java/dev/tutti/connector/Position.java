package dev.tutti.connector;

/**
 * Where a polling trigger has come to. Only the trigger itself can read it.
 *
 * @param json at most 64 KB
 */
public record Position(String json) {}
