/** Variables, texts and waiting. */
@NullMarked
package dev.tutti.builtin.tools;

import org.jspecify.annotations.NullMarked;
