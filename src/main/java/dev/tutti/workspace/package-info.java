/** Who you are, what you may do, what was done (audit). */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.tutti.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
