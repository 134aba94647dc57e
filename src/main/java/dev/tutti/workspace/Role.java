package dev.tutti.workspace;

/** What a person is in the workspace; what that allows is the table in {@link Permissions}. */
public enum Role {
    OWNER,
    BUILDER
}
