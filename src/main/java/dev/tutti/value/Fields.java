package dev.tutti.value;

import java.util.Map;
import java.util.SequencedMap;

/** Named values in a fixed order; as what a module receives or produces, a <em>bundle</em>. */
public record Fields(SequencedMap<String, Value> fields) implements Value {
    public static final Fields EMPTY = new Fields(FieldMap.EMPTY);

    public Fields {
        fields = fields instanceof FieldMap ? fields : FieldMap.copyOf(fields);
    }

    public static Fields of() {
        return EMPTY;
    }

    public static Fields of(String name, Value value) {
        return builder().put(name, value).build();
    }

    public static Fields of(String name1, Value value1, String name2, Value value2) {
        return builder().put(name1, value1).put(name2, value2).build();
    }

    public static Fields of(String name1, Value value1, String name2, Value value2, String name3, Value value3) {
        return builder()
                .put(name1, value1)
                .put(name2, value2)
                .put(name3, value3)
                .build();
    }

    /** These fields in the order the map gives them. */
    public static Fields of(Map<String, ? extends Value> fields) {
        Builder builder = builder();
        fields.forEach(builder::put);
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The value of this field, or {@link Nothing#NULL} where there is none. */
    public Value get(String name) {
        Value value = fields.get(name);
        return value == null ? Nothing.NULL : value;
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public int size() {
        return fields.size();
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** These fields with one more; a name that is there already keeps its place. */
    public Fields with(String name, Value value) {
        return builder().putAll(this).put(name, value).build();
    }

    /** These fields and then those; where a name is in both, the value of those at the place of these. */
    public Fields with(Fields those) {
        return those.isEmpty()
                ? this
                : isEmpty() ? those : builder().putAll(this).putAll(those).build();
    }

    public Fields without(String name) {
        if (!has(name)) {
            return this;
        }
        Builder builder = builder();
        fields.forEach((key, value) -> {
            if (!key.equals(name)) {
                builder.put(key, value);
            }
        });
        return builder.build();
    }

    /** Collects fields; a name given twice keeps its first place and its last value. */
    public static final class Builder {
        private final FieldMap.Growing growing = new FieldMap.Growing();

        private Builder() {}

        public Builder put(String name, Value value) {
            growing.put(name, value);
            return this;
        }

        public Builder putAll(Fields fields) {
            fields.fields().forEach(growing::put);
            return this;
        }

        /** The fields so far; the builder can go on. */
        public Fields build() {
            return growing.isEmpty() ? EMPTY : new Fields(growing.freeze());
        }
    }
}
