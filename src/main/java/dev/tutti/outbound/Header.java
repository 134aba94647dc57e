package dev.tutti.outbound;

/**
 * A header of a request or an answer.
 *
 * @param secret whether it proves who we are: such a header goes to the first server only, never along with a redirect
 *     to another one
 */
public record Header(String name, String value, boolean secret) {

    public Header(String name, String value) {
        this(name, value, false);
    }

    /** A header that proves who we are. */
    public static Header secret(String name, String value) {
        return new Header(name, value, true);
    }

    @Override
    public String toString() {
        return name + ": " + (secret ? "…" : value);
    }
}
