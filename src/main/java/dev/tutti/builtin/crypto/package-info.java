/** Digests, signatures and encryption. */
@NullMarked
package dev.tutti.builtin.crypto;

import org.jspecify.annotations.NullMarked;
