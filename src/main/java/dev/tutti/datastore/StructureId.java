package dev.tutti.datastore;

import java.util.Optional;

/** Names a data structure. */
public record StructureId(long value) {

    /** Reads the decimal form; empty where it is no id. */
    public static Optional<StructureId> find(String text) {
        try {
            return Optional.of(new StructureId(Long.parseLong(text.strip())));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
