/** Turns the outside world (webhook, clock, poll, mail) into accepted runs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"run", "scenario", "connector", "connection", "workspace", "outbound", "engine", "value"
        })
package dev.tutti.trigger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
