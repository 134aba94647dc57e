package dev.tutti.value;

import dev.tutti.value.StructureField.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out a structure from a sample. */
final class StructureSample {

    private StructureSample() {}

    static List<StructureField> fields(Fields sample) {
        List<StructureField> fields = new ArrayList<>();
        sample.fields().forEach((name, value) -> fields.add(field(name, value)));
        return fields;
    }

    /** What all the items have together. */
    static StructureField item(List<Value> items) {
        return items.stream()
                .map(item -> field("item", item))
                .reduce(StructureSample::together)
                .orElseGet(() -> StructureField.of("item", Type.ANY));
    }

    private static StructureField field(String name, Value value) {
        return switch (value) {
            case Fields parts
            when parts.get("data") instanceof Blob && parts.has("name") -> StructureField.of(name, Type.FILE);
            case Fields parts -> StructureField.collection(name, fields(parts));
            case Items(List<Value> items) ->
                StructureField.array(name, items.isEmpty() ? Optional.empty() : Optional.of(item(items)));
            case Text _ -> StructureField.of(name, Type.TEXT);
            case Num _ -> StructureField.of(name, Type.NUMBER);
            case Bool _ -> StructureField.of(name, Type.BOOLEAN);
            case Moment _ -> StructureField.of(name, Type.DATE);
            case Blob _ -> StructureField.of(name, Type.FILE);
            case Nothing _ -> StructureField.of(name, Type.ANY);
        };
    }

    private static StructureField together(StructureField one, StructureField other) {
        if (one.type() != other.type()) {
            return StructureField.of(one.name(), Type.ANY);
        }
        Map<String, StructureField> parts = new LinkedHashMap<>();
        one.fields().forEach(part -> parts.put(part.name(), part));
        other.fields().forEach(part -> parts.merge(part.name(), part, StructureSample::together));
        Optional<StructureField> item = one.item().isPresent() && other.item().isPresent()
                ? Optional.of(together(one.item().get(), other.item().get()))
                : one.item().or(other::item);
        return new StructureField(one.name(), one.label(), one.type(), false, List.copyOf(parts.values()), item, false);
    }
}
