/** Reading feeds. */
@NullMarked
package dev.tutti.builtin.rss;

import org.jspecify.annotations.NullMarked;
