/** From CSV to values and back. */
@NullMarked
package dev.tutti.builtin.csv;

import org.jspecify.annotations.NullMarked;
