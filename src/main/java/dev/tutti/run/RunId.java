package dev.tutti.run;

import java.util.Optional;

/** Names one run; the numbers grow with time. */
public record RunId(long value) implements Comparable<RunId> {

    /** Reads the decimal text; throws NumberFormatException when it is none. */
    public static RunId parse(String text) {
        return new RunId(Long.parseLong(text));
    }

    /** The same for text that came from outside: empty where it is no id. */
    public static Optional<RunId> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(RunId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
