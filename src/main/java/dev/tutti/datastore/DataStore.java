package dev.tutti.datastore;

import java.time.Instant;
import java.util.Optional;

/** A data store as a list shows it; {@code bytes} is the size of all its records as they are
 * stored, {@code structure} what they have to look like. */
public record DataStore(
        DataStoreId id, String name, long records, long bytes, Optional<StructureId> structure, Instant createdAt) {}
