package dev.tutti.value;

import dev.tutti.value.StructureField.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON of a structure: {@code {"fields":[{"name","type","label"?,"required"?,"fields"?,"item"?,"strict"?}],
 * "strict"?}}.
 */
public final class StructureJson {

    private static final int MOST_FIELDS = 2_000;
    private static final int LONGEST_NAME = 500;

    private int left = MOST_FIELDS;

    private StructureJson() {}

    /** What became of reading one. */
    public sealed interface Answer {}

    public record Read(Structure structure) implements Answer {}

    /** It is none; {@code path} is such as {@code fields[2].type}. */
    public record Misread(String path, Message said) implements Answer {}

    public static Fields write(Structure structure) {
        Fields.Builder json = Fields.builder().put("fields", fields(structure.fields()));
        if (structure.strict()) {
            json.put("strict", Bool.TRUE);
        }
        return json.build();
    }

    private static Items fields(List<StructureField> fields) {
        return new Items(fields.stream().<Value>map(StructureJson::field).toList());
    }

    private static Fields field(StructureField field) {
        Fields.Builder json = Fields.builder()
                .put("name", Text.of(field.name()))
                .put("type", Text.of(field.type().json()));
        if (!field.label().isEmpty()) {
            json.put("label", Text.of(field.label()));
        }
        if (field.required()) {
            json.put("required", Bool.TRUE);
        }
        if (!field.fields().isEmpty()) {
            json.put("fields", fields(field.fields()));
        }
        field.item().ifPresent(item -> json.put("item", field(item)));
        if (field.strict()) {
            json.put("strict", Bool.TRUE);
        }
        return json.build();
    }

    public static Answer read(Value json) {
        try {
            if (!(json instanceof Fields structure)) {
                throw new Wrong("", "shape");
            }
            return new Read(
                    new Structure(new StructureJson().fields(structure.get("fields"), "fields"), yes(structure)));
        } catch (Wrong wrong) {
            return new Misread(wrong.path, wrong.said);
        }
    }

    private List<StructureField> fields(Value json, String path) {
        if (json instanceof Nothing) {
            return List.of();
        }
        if (!(json instanceof Items(List<Value> items))) {
            throw new Wrong(path, "shape");
        }
        List<StructureField> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            StructureField field = field(items.get(i), path + "[" + (i + 1) + "]", false);
            if (!names.add(field.name())) {
                throw new Wrong(path + "[" + (i + 1) + "].name", "twice");
            }
            fields.add(field);
        }
        return fields;
    }

    private StructureField field(Value json, String path, boolean item) {
        if (!(json instanceof Fields field)) {
            throw new Wrong(path, "shape");
        }
        if (--left < 0) {
            throw new Wrong(path, "many");
        }
        String name = item ? "item" : text(field, "name");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Wrong(path + ".name", "name");
        }
        Type type = Arrays.stream(Type.values())
                .filter(each -> each.json().equals(text(field, "type")))
                .findFirst()
                .orElseThrow(() -> new Wrong(path + ".type", "type"));
        return new StructureField(
                name,
                text(field, "label"),
                type,
                field.get("required") == Bool.TRUE,
                type == Type.COLLECTION ? fields(field.get("fields"), path + ".fields") : List.of(),
                type == Type.ARRAY && field.has("item")
                        ? Optional.of(field(field.get("item"), path + ".item", true))
                        : Optional.empty(),
                yes(field));
    }

    private static boolean yes(Fields json) {
        return json.get("strict") == Bool.TRUE;
    }

    private static String text(Fields json, String key) {
        return json.get(key) instanceof Text(String text) ? text : "";
    }

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final String path;
        final transient Message said;

        Wrong(String path, String what) {
            super(path, null, false, false);
            this.path = path;
            this.said = Message.of("value.structure.json." + what, path.isEmpty() ? "structure" : path);
        }
    }
}
