/** Scenarios that start by the clock. */
@NullMarked
package dev.tutti.builtin.schedule;

import org.jspecify.annotations.NullMarked;
