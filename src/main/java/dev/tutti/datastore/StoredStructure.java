package dev.tutti.datastore;

import dev.tutti.value.Structure;
import java.time.Instant;

/** A data structure with its name; {@code stores} is how many data stores have it. */
public record StoredStructure(
        StructureId id, String name, Structure structure, long stores, Instant createdAt, Instant changedAt) {}
