package dev.tutti.scenario.make;

import java.util.Set;

/** Make's nodes that decide what becomes of a bundle on which a module failed. */
final class MakeDirectives {

    private static final Set<String> NAMES =
            Set.of("builtin:Ignore", "builtin:Resume", "builtin:Commit", "builtin:Rollback", "builtin:Break");

    private MakeDirectives() {}

    static boolean is(String name) {
        return NAMES.contains(name);
    }
}
