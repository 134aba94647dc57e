/** Requests that start scenarios, and their answers. */
@NullMarked
package dev.tutti.builtin.webhook;

import org.jspecify.annotations.NullMarked;
