/** From XML to values and back. */
@NullMarked
package dev.tutti.builtin.xml;

import org.jspecify.annotations.NullMarked;
