/** What flows: values, bundles and their JSON form. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.tutti.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
