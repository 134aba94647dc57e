package dev.tutti.run;

/** The database would lose what was confirmed. */
final class UnsafeDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsafeDatabase(String message) {
        super(message);
    }
}
