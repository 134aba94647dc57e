/** Credentials, their encryption, OAuth2 refresh, health. */
@NullMarked
@ApplicationModule(allowedDependencies = {"workspace", "outbound"})
package dev.tutti.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
