/** What a module is, the catalogue, declarative connectors, OpenAPI import. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connection", "outbound", "workspace", "engine", "expression", "value"})
package dev.tutti.connector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
