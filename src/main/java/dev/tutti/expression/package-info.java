/** Parses and evaluates the mapping language; pure Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {"value"})
package dev.tutti.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
