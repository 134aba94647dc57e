/** What may happen on the way that a failure takes: the five directives, and failing on purpose. */
@NullMarked
package dev.tutti.builtin.error;

import org.jspecify.annotations.NullMarked;
