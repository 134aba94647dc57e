package dev.tutti.value;

/** Stored bytes that are not what was written: cut short, altered, or of a later version. */
public final class DamagedData extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedData(String what) {
        super("The stored data cannot be read: " + what);
    }
}
