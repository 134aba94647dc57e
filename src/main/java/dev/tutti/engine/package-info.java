/** Walks a plan; pure Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {"expression", "value"})
package dev.tutti.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
