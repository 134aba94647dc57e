package dev.tutti.datastore;

import java.util.List;
import java.util.Optional;

/** Some records in the order in which they came, and where the next page begins, if there is one. */
public record RecordPage(List<StoredRecord> items, Optional<String> next) {}
