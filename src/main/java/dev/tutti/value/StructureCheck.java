package dev.tutti.value;

import dev.tutti.value.Structure.Violation;
import dev.tutti.value.StructureField.Type;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a record against a structure. Texts pass for numbers, dates and yes/no where they can be read as such. */
final class StructureCheck {

    private final List<Violation> found;

    StructureCheck(List<Violation> found) {
        this.found = found;
    }

    void fields(List<StructureField> fields, boolean strict, Fields bundle, String path) {
        for (StructureField field : fields) {
            value(field, bundle.get(field.name()), path + field.name());
        }
        if (strict) {
            Set<String> known = fields.stream().map(StructureField::name).collect(Collectors.toSet());
            bundle.fields().keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> add(path + name, "unknown"));
        }
    }

    private void value(StructureField field, Value value, String path) {
        if (value instanceof Nothing || (field.required() && value.equals(Text.EMPTY))) {
            if (field.required()) {
                add(path, "missing");
            }
            return;
        }
        if (!fits(field.type(), value)) {
            add(path, field.type().json());
            return;
        }
        if (value instanceof Fields parts && field.type() == Type.COLLECTION) {
            fields(field.fields(), field.strict(), parts, path + ".");
        }
        if (value instanceof Items(List<Value> items) && field.item().isPresent()) {
            for (int i = 0; i < items.size() && found.size() < Structure.MOST_VIOLATIONS; i++) {
                value(field.item().get(), items.get(i), path + "[" + (i + 1) + "]");
            }
        }
    }

    private static boolean fits(Type type, Value value) {
        return switch (type) {
            case ANY -> true;
            case TEXT ->
                value instanceof Text || value instanceof Num || value instanceof Bool || value instanceof Moment;
            case NUMBER ->
                value instanceof Num || (value instanceof Text && readable(Coercion.toNumber(value, ZoneOffset.UTC)));
            case BOOLEAN -> value instanceof Bool || value.equals(Text.of("true")) || value.equals(Text.of("false"));
            case DATE ->
                value instanceof Moment
                        || (value instanceof Text && readable(Coercion.toMoment(value, ZoneOffset.UTC)));
            case COLLECTION -> value instanceof Fields;
            case ARRAY -> value instanceof Items;
            case FILE -> value instanceof Blob || (value instanceof Fields file && file.get("data") instanceof Blob);
        };
    }

    private static boolean readable(Coercion coercion) {
        return coercion.accepted().isPresent();
    }

    private void add(String path, String what) {
        if (found.size() < Structure.MOST_VIOLATIONS) {
            found.add(new Violation(path, Message.of("value.structure." + what, path)));
        }
    }
}
