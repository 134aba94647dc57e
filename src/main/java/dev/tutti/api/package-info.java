/** REST, server-sent events and MCP: what the editor and other programs use. */
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
package dev.tutti.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
