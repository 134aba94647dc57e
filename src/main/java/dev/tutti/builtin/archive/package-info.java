/** Packing and unpacking files. */
@NullMarked
package dev.tutti.builtin.archive;

import org.jspecify.annotations.NullMarked;
