/** Turns the outside world (a webhook, the clock, a person) into accepted runs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"run", "scenario", "connector", "connection", "workspace", "engine", "value"})
package dev.tutti.trigger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
