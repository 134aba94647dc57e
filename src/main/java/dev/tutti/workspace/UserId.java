package dev.tutti.workspace;

/** Names a person. */
public record UserId(long value) {

    /** Reads the decimal form; throws {@link NumberFormatException} for anything else. */
    public static UserId of(String text) {
        return new UserId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
