/** From Markdown to HTML. */
@NullMarked
package dev.tutti.builtin.markdown;

import org.jspecify.annotations.NullMarked;
