/** Reading and writing the data stores of the workspace. */
@NullMarked
package dev.tutti.builtin.datastore;

import org.jspecify.annotations.NullMarked;
