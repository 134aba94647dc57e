package dev.tutti.run;

import org.jspecify.annotations.Nullable;

/**
 * The run that called this one.
 *
 * @param path the call that waits for the end of this one; null where nobody waits
 */
record Parent(long run, @Nullable String path) {}
