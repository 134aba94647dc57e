package dev.tutti.value;

/** How deep a value is nested. */
public final class Depth {
    private Depth() {}

    /** Whether no part of the value lies deeper than this many levels; looks no deeper than that. */
    public static boolean within(Value value, int levels) {
        return switch (value) {
            case Items(var items) -> {
                if (levels <= 0) {
                    yield false;
                }
                for (Value item : items) {
                    if (!within(item, levels - 1)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Fields(var fields) -> {
                if (levels <= 0) {
                    yield false;
                }
                for (Value field : fields.values()) {
                    if (!within(field, levels - 1)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Nothing _, Text _, Num _, Bool _, Moment _, Blob _ -> true;
        };
    }
}
