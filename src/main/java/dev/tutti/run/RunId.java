package dev.tutti.run;

/** Names one run; the numbers grow with time. */
public record RunId(long value) implements Comparable<RunId> {

    /** Reads the decimal text; throws NumberFormatException when it is none. */
    public static RunId parse(String text) {
        return new RunId(Long.parseLong(text));
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
