/** Vaadin views and the page that hosts the editor; the only package that knows Vaadin. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "trigger",
            "run",
            "scenario",
            "connector",
            "ai",
            "datastore",
            "connection",
            "engine",
            "expression",
            "workspace",
            "outbound",
            "value"
        })
package dev.tutti.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
