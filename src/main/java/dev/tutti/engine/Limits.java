package dev.tutti.engine;

/**
 * What a single run may use.
 *
 * @param operations how many operations it may perform before it fails
 */
public record Limits(long operations) {
    public static final Limits DEFAULT = new Limits(1_000_000);

    public Limits {
        if (operations < 1) {
            throw new IllegalArgumentException("A run may perform at least one operation");
        }
    }
}
