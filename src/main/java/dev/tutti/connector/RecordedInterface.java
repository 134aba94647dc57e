package dev.tutti.connector;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a module of Make returned there, as its blueprint recorded it, so that mapping works on modules that cannot run
 * here.
 */
final class RecordedInterface {

    /** Reference of modules that only keep what came with a file. */
    static final String INERT = "inert:";

    private static final int DEEPEST = 20;
    private static final int MOST = 2_000;

    private RecordedInterface() {}

    /** @param values of an inert module: the original node is in {@code make} */
    static List<Output> of(Fields values) {
        return values.get("make") instanceof Fields node
                        && node.get("metadata") instanceof Fields metadata
                        && metadata.get("interface") instanceof Items known
                ? outputs(known, 0)
                : List.of();
    }

    private static List<Output> outputs(Items specs, int depth) {
        return depth > DEEPEST
                ? List.of()
                : specs.items().stream()
                        .limit(MOST)
                        .flatMap(spec -> output(spec, depth).stream())
                        .toList();
    }

    private static Optional<Output> output(Value spec, int depth) {
        if (!(spec instanceof Fields fields) || !(fields.get("name") instanceof Text(String name)) || name.isBlank()) {
            return Optional.empty();
        }
        FieldType type = type(MakeNode.text(fields.get("type")));
        return Optional.of(
                switch (fields.get("spec")) {
                    case Items parts -> new Output(plain(name), type, outputs(parts, depth + 1), Optional.empty());
                    case Fields item -> array(name, type, item, depth);
                    default -> Output.of(plain(name), type);
                });
    }

    /** The spec of an array may be that of its items, which are collections or plain values. */
    private static Output array(String name, FieldType type, Fields item, int depth) {
        return item.get("spec") instanceof Items parts
                ? new Output(plain(name), type, outputs(parts, depth + 1), Optional.empty())
                : new Output(plain(name), type, List.of(), Optional.of(type(MakeNode.text(item.get("type")))));
    }

    private static String plain(String name) {
        return name.length() > 2 && name.startsWith("`") && name.endsWith("`")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    private static FieldType type(String type) {
        return switch (type) {
            case "number", "integer", "uinteger", "port", "timestamp" -> FieldType.NUMBER;
            case "boolean", "checkbox" -> FieldType.BOOLEAN;
            case "date", "time" -> FieldType.DATE;
            case "array" -> FieldType.ARRAY;
            case "collection", "dynamicCollection" -> FieldType.COLLECTION;
            case "text", "email", "url", "uuid", "filename", "html", "markdown", "color", "select" -> FieldType.TEXT;
            default -> FieldType.ANY;
        };
    }
}
