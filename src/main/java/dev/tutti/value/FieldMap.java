package dev.tutti.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The immutable ordered map inside {@link Fields}: two arrays, and an index where the names are many. A run holds tens
 * of thousands of small records at once, and a linked hash map would cost four times their memory.
 */
final class FieldMap extends AbstractMap<String, Value> implements SequencedMap<String, Value> {
    static final FieldMap EMPTY = new FieldMap(new String[0], new Value[0], null);
    private static final int SCANNED = 16;

    private final String[] names;
    private final Value[] values;
    private final @Nullable Map<String, Integer> index;

    private FieldMap(String[] names, Value[] values, @Nullable Map<String, Integer> index) {
        this.names = names;
        this.values = values;
        this.index = index;
    }

    static FieldMap copyOf(Map<String, Value> map) {
        Growing growing = new Growing();
        map.forEach(growing::put);
        return growing.freeze();
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable Value get(@Nullable Object name) {
        int at = name instanceof String text ? find(names, names.length, index, text) : -1;
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && find(names, names.length, index, text) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Value> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Entry<String, Value>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < names.length;
                    }

                    @Override
                    public Entry<String, Value> next() {
                        if (next >= names.length) {
                            throw new NoSuchElementException();
                        }
                        Entry<String, Value> entry = Map.entry(names[next], values[next]);
                        next++;
                        return entry;
                    }
                };
            }
        };
    }

    @Override
    public SequencedMap<String, Value> reversed() {
        LinkedHashMap<String, Value> reversed = new LinkedHashMap<>();
        for (int i = names.length - 1; i >= 0; i--) {
            reversed.put(names[i], values[i]);
        }
        return Collections.unmodifiableSequencedMap(reversed);
    }

    private static int find(String[] names, int count, @Nullable Map<String, Integer> index, String name) {
        if (index != null) {
            return index.getOrDefault(name, -1);
        }
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** A map being filled. */
    static final class Growing {
        private String[] names = new String[SCANNED];
        private Value[] values = new Value[SCANNED];
        private @Nullable Map<String, Integer> index;
        private int count;

        boolean isEmpty() {
            return count == 0;
        }

        void put(String name, Value value) {
            Objects.requireNonNull(value, name);
            int at = find(names, count, index, name);
            if (at >= 0) {
                values[at] = value;
                return;
            }
            if (count == names.length) {
                grow();
            }
            names[count] = Objects.requireNonNull(name);
            values[count] = value;
            if (index != null) {
                index.put(name, count);
            }
            count++;
        }

        FieldMap freeze() {
            return count == 0
                    ? EMPTY
                    : new FieldMap(
                            Arrays.copyOf(names, count),
                            Arrays.copyOf(values, count),
                            index == null ? null : new HashMap<>(index));
        }

        private void grow() {
            names = Arrays.copyOf(names, count * 2);
            values = Arrays.copyOf(values, count * 2);
            if (index == null) {
                index = new HashMap<>();
                for (int i = 0; i < count; i++) {
                    index.put(names[i], i);
                }
            }
        }
    }
}
