/** The modules that the compiler turns into the flow of a plan. */
@NullMarked
package dev.tutti.builtin.flow;

import org.jspecify.annotations.NullMarked;
