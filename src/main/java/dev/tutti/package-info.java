/** Tutti, a self-hosted visual automation builder. */
@NullMarked
package dev.tutti;

import org.jspecify.annotations.NullMarked;
