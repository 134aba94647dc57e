package dev.tutti.datastore;

import dev.tutti.value.Structure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of a write. */
public sealed interface Written {

    /**
     * It happened.
     *
     * @param record as it is now; where it was deleted, as it was
     * @param created whether the record was not there before
     */
    record Done(StoredRecord record, boolean created) implements Written {}

    /** There is already a record with this key, and it was not to be replaced. */
    record Exists(String key) implements Written {}

    /** There is no record with this key. */
    record Missing(String key) implements Written {}

    /** There is no such data store (any more). */
    record NoStore() implements Written {}

    /** The key is empty or longer than 255 characters. */
    record BadKey() implements Written {}

    /** The record would be larger than {@link DataStores#MAX_RECORD_BYTES}. */
    record TooLarge(long bytes) implements Written {}

    /** The field holds a file; files do not fit into records. */
    record HoldsFile(String field) implements Written {}

    /** The record is not as the data structure of the store says. */
    record Unfit(List<Structure.Violation> violations) implements Written {
        public Unfit {
            violations = List.copyOf(violations);
        }

        /** What is wrong, in one line. */
        public String said(Locale locale) {
            return violations.stream()
                    .map(violation -> violation.said().in(locale))
                    .collect(Collectors.joining(" "));
        }
    }
}
