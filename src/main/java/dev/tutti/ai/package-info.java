/** The gateway to models: budget, cache, fallback, guards. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connection", "outbound", "workspace", "value"})
package dev.tutti.ai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
