/** What flows between modules: values, bundles, and their JSON and journal forms. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.tutti.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
