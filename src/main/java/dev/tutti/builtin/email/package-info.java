/** Sending e-mail. */
@NullMarked
package dev.tutti.builtin.email;

import org.jspecify.annotations.NullMarked;
