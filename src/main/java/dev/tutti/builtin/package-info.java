/** One file per module we ship. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"connector", "ai", "datastore", "connection", "outbound", "engine", "expression", "value"
        })
package dev.tutti.builtin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
