/** Finding and changing parts of texts. */
@NullMarked
package dev.tutti.builtin.text;

import org.jspecify.annotations.NullMarked;
