package dev.tutti.datastore;

import dev.tutti.value.Fields;
import java.time.Instant;

/** One record of a data store. */
public record StoredRecord(String key, Fields data, Instant createdAt, Instant changedAt) {}
