/** Design-time blueprints: edits, versions, checks, compile, import. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "connection", "workspace", "engine", "expression", "value"})
package dev.tutti.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
