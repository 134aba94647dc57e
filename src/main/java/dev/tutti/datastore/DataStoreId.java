package dev.tutti.datastore;

import java.util.Optional;

/** Names a data store. */
public record DataStoreId(long value) {

    /** Reads the decimal form; throws {@link NumberFormatException} for anything else. */
    public static DataStoreId of(String text) {
        return new DataStoreId(Long.parseLong(text));
    }

    /** The same for text that came from outside: empty where it is no id. */
    public static Optional<DataStoreId> find(String text) {
        try {
            return Optional.of(of(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
