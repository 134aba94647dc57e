package dev.tutti.workspace;

import java.time.Instant;

/** A person who signs in. The password is not part of it. */
public record User(
        UserId id,
        WorkspaceId workspace,
        String name,
        String email,
        Role role,
        Preferences preferences,
        Instant createdAt) {

    /** Whether the table of permissions lets this person do it. */
    public boolean may(Action action) {
        return Permissions.allow(role, action);
    }
}
