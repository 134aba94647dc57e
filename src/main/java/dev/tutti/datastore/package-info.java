/** Tables that scenarios read and write. */
@NullMarked
@ApplicationModule(allowedDependencies = {"workspace", "value"})
package dev.tutti.datastore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
