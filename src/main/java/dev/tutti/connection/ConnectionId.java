package dev.tutti.connection;

/** Names a connection. */
public record ConnectionId(long value) {

    /** Reads the decimal form; throws {@link NumberFormatException} for anything else. */
    public static ConnectionId of(String text) {
        return new ConnectionId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
