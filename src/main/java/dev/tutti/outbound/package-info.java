/** The one guarded way out to the network. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.tutti.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
