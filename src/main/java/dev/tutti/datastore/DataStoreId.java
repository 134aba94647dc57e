package dev.tutti.datastore;

/** Names a data store. */
public record DataStoreId(long value) {

    /** Reads the decimal form; throws {@link NumberFormatException} for anything else. */
    public static DataStoreId of(String text) {
        return new DataStoreId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
