package dev.tutti.datastore;

import java.time.Instant;

/** A data store as a list shows it; {@code bytes} is the size of all its records as they are stored. */
public record DataStore(DataStoreId id, String name, long records, long bytes, Instant createdAt) {}
