package dev.tutti.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One field of a {@link Structure}.
 *
 * @param name its key in the records
 * @param label what people call it, empty where that is the name
 * @param fields the parts of a collection
 * @param item the items of an array; without it they may be anything
 * @param strict for a collection: whether other parts are a violation
 */
public record StructureField(
        String name,
        String label,
        Type type,
        boolean required,
        List<StructureField> fields,
        Optional<StructureField> item,
        boolean strict) {

    /** What a field holds. */
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        COLLECTION,
        ARRAY,
        FILE,
        ANY;

        /** The name in JSON. */
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public StructureField {
        fields = List.copyOf(fields);
    }

    public static StructureField of(String name, Type type) {
        return new StructureField(name, "", type, false, List.of(), Optional.empty(), false);
    }

    public static StructureField collection(String name, List<StructureField> parts) {
        return new StructureField(name, "", Type.COLLECTION, false, parts, Optional.empty(), false);
    }

    public static StructureField array(String name, Optional<StructureField> item) {
        return new StructureField(name, "", Type.ARRAY, false, List.of(), item, false);
    }

    public StructureField require() {
        return new StructureField(name, label, type, true, fields, item, strict);
    }

    StructureField named(String other) {
        return new StructureField(other, label, type, required, fields, item, strict);
    }
}
