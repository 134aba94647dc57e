package dev.tutti.workspace;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which role may do what, as a table: the only place that knows. */
public final class Permissions {

    private static final Set<Action> OWNERS_ONLY =
            EnumSet.of(Action.SETTINGS_READ, Action.SETTINGS_EDIT, Action.USER_EDIT, Action.AUDIT_READ);

    private static final Map<Role, Set<Action>> TABLE = Map.of(
            Role.OWNER, EnumSet.allOf(Action.class), Role.BUILDER, EnumSet.complementOf(EnumSet.copyOf(OWNERS_ONLY)));

    private Permissions() {}

    /** Whether this role may do this. What the table does not hold is not allowed. */
    public static boolean allow(Role role, Action action) {
        return TABLE.getOrDefault(role, Set.of()).contains(action);
    }
}
