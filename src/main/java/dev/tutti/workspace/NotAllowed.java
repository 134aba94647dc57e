package dev.tutti.workspace;

/** The person who is signed in may not do this. The API answers 403. */
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Action action;

    public NotAllowed(Action action) {
        super("Not allowed: " + action);
        this.action = action;
    }

    public Action action() {
        return action;
    }
}
