package dev.tutti.workspace;

/** Names a workspace. There is one for now, and every row that belongs to a workspace already says which. */
public record WorkspaceId(long value) {

    /** The workspace that every installation starts with. */
    public static final WorkspaceId FIRST = new WorkspaceId(1);

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
