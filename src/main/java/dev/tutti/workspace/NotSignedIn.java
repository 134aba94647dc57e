package dev.tutti.workspace;

/** Nobody is signed in, where somebody has to be. The API answers 401. */
public final class NotSignedIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotSignedIn() {
        super("Nobody is signed in");
    }
}
