/** Accepts, dispatches, executes, journals, resumes and replays runs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"scenario", "connector", "connection", "workspace", "engine", "expression", "value"})
package dev.tutti.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
