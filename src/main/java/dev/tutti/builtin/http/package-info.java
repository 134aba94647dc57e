/** Calls to any server that speaks HTTP. */
@NullMarked
package dev.tutti.builtin.http;

import org.jspecify.annotations.NullMarked;
