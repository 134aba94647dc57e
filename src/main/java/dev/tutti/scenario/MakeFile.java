package dev.tutti.scenario;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is in a file from Make: a blueprint as exported, in the answer of Make's API, as text inside JSON, or modules from
 * the clipboard.
 *
 * @param flow the modules in their order
 * @param loose more such flows that nothing leads to
 * @param blueprint all of it
 * @param scheduling when it ran, which only the API tells
 */
record MakeFile(Items flow, List<Items> loose, Fields blueprint, Optional<Fields> scheduling) {

    /** The largest file, in bytes. */
    static final int LARGEST = 10_000_000;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** How often text may hold JSON that holds text that holds JSON. */
    private static final int MOST_WRAPPINGS = 4;

    sealed interface Opened {}

    record Open(MakeFile file) implements Opened {}

    record Broken(Imports.Rejected why) implements Opened {}

    static Opened open(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return broken("too-large");
        }
        boolean marked = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, MARK, 0, 3);
        return switch (Json.parse(marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes, LARGEST)) {
            case Json.Malformed malformed -> broken(malformed);
            case Json.Parsed(Value value) -> unwrap(value, Optional.empty(), 0);
        };
    }

    private static Opened unwrap(Value value, Optional<Fields> scheduling, int wrappings) {
        if (wrappings > MOST_WRAPPINGS) {
            return broken("not-a-blueprint");
        }
        if (value instanceof Text(String text)) {
            return switch (Json.parse(text.getBytes(StandardCharsets.UTF_8), LARGEST)) {
                case Json.Malformed malformed -> broken(malformed);
                case Json.Parsed(Value inner) -> unwrap(inner, scheduling, wrappings + 1);
            };
        }
        if (!(value instanceof Fields fields)) {
            return broken("not-a-blueprint");
        }
        if (fields.get("flow") instanceof Items flow) {
            return new Open(new MakeFile(flow, orphans(fields), fields, scheduling.or(() -> scheduling(fields))));
        }
        if (fields.get("subflows") instanceof Items subflows) {
            return fragment(fields, subflows);
        }
        for (String wrapper : List.of("response", "blueprint")) {
            if (fields.get(wrapper) instanceof Fields || fields.get(wrapper) instanceof Text) {
                return unwrap(fields.get(wrapper), scheduling.or(() -> scheduling(fields)), wrappings + 1);
            }
        }
        return broken("not-a-blueprint");
    }

    private static Opened fragment(Fields fields, Items subflows) {
        List<Items> flows = new ArrayList<>();
        for (Value subflow : subflows.items()) {
            if (subflow instanceof Fields part && part.get("flow") instanceof Items flow) {
                flows.add(flow);
            }
        }
        return flows.isEmpty()
                ? broken("not-a-blueprint")
                : new Open(new MakeFile(flows.getFirst(), flows.subList(1, flows.size()), fields, Optional.empty()));
    }

    private static List<Items> orphans(Fields blueprint) {
        return member(member(blueprint, "metadata"), "designer").get("orphans") instanceof Items orphans
                ? orphans.items().stream()
                        .filter(Items.class::isInstance)
                        .map(Items.class::cast)
                        .toList()
                : List.of();
    }

    private static Optional<Fields> scheduling(Fields around) {
        return switch (around.get("scheduling")) {
            case Fields scheduling -> Optional.of(scheduling);
            case Text(String text) ->
                Json.parse(text).value().filter(Fields.class::isInstance).map(Fields.class::cast);
            default -> Optional.empty();
        };
    }

    static Fields member(Fields fields, String name) {
        return fields.get(name) instanceof Fields inner ? inner : Fields.EMPTY;
    }

    private static Opened broken(String code) {
        return new Broken(new Imports.Rejected(code, Message.of("scenario.import." + code)));
    }

    private static Opened broken(Json.Malformed malformed) {
        return new Broken(new Imports.Rejected(
                "broken",
                Message.of("scenario.import.broken", malformed.line(), malformed.column(), malformed.message())));
    }
}
