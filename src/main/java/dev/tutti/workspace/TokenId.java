package dev.tutti.workspace;

/** Names an API token; it says nothing about the token's text. */
public record TokenId(long value) {

    /** Reads the decimal form; throws {@link NumberFormatException} for anything else. */
    public static TokenId of(String text) {
        return new TokenId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
