/** Writing the variables of the workspace. */
@NullMarked
package dev.tutti.builtin.variables;

import org.jspecify.annotations.NullMarked;
