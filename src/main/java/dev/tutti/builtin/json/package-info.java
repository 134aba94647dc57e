/** From JSON to values and back. */
@NullMarked
package dev.tutti.builtin.json;

import org.jspecify.annotations.NullMarked;
