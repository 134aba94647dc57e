package dev.tutti.value;

import java.util.List;

/** A list of values. */
public record Items(List<Value> items) implements Value {
    public static final Items EMPTY = new Items(List.of());

    public Items {
        items = List.copyOf(items);
    }

    public static Items of(Value... items) {
        return items.length == 0 ? EMPTY : new Items(List.of(items));
    }

    public int size() {
        return items.size();
    }

    /** The item at this index (the first is 0), or {@link Nothing#NULL} beyond either end. */
    public Value get(int index) {
        return index >= 0 && index < items.size() ? items.get(index) : Nothing.NULL;
    }
}
