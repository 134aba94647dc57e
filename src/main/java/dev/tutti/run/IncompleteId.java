package dev.tutti.run;

import java.util.Optional;

/** Names one incomplete run; the numbers grow with time. */
public record IncompleteId(long value) implements Comparable<IncompleteId> {

    /** Reads text that came from outside: empty where it is no id. */
    public static Optional<IncompleteId> find(String text) {
        try {
            return Optional.of(new IncompleteId(Long.parseLong(text)));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(IncompleteId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
