package dev.tutti.datastore;

/**
 * The one call of a module that writes. A repeated call (after a crash) is recognised by it.
 *
 * @param path the address of the call inside its run
 */
public record Call(long run, String path) {}
