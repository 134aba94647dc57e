package dev.tutti.connector;

import java.util.List;
import java.util.Optional;

/**
 * One item of what a module returns, for the data panel before anything has run. Labels are texts by key.
 *
 * @param fields the parts of a collection, or of each item of an array
 * @param item the type of the items of an array of plain values
 */
public record Output(String key, FieldType type, List<Output> fields, Optional<FieldType> item) {

    public Output {
        fields = List.copyOf(fields);
    }

    public static Output of(String key, FieldType type) {
        return new Output(key, type, List.of(), Optional.empty());
    }

    public static Output text(String key) {
        return of(key, FieldType.TEXT);
    }

    public static Output number(String key) {
        return of(key, FieldType.NUMBER);
    }

    public static Output yesNo(String key) {
        return of(key, FieldType.BOOLEAN);
    }

    public static Output date(String key) {
        return of(key, FieldType.DATE);
    }

    public static Output any(String key) {
        return of(key, FieldType.ANY);
    }

    public static Output collection(String key, Output... parts) {
        return new Output(key, FieldType.COLLECTION, List.of(parts), Optional.empty());
    }

    /** A list of collections with these parts. */
    public static Output list(String key, Output... parts) {
        return new Output(key, FieldType.ARRAY, List.of(parts), Optional.empty());
    }

    /** A list of plain values. */
    public static Output list(String key, FieldType item) {
        return new Output(key, FieldType.ARRAY, List.of(), Optional.of(item));
    }
}
