package dev.tutti.scenario;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the parts of a blueprint from JSON. */
final class PartsReader {

    static final int LONGEST_NAME = 120;
    private static final int LONGEST_REF = 200;
    private static final int LONGEST_OPERAND = 100_000;
    private static final int MOST_ROWS = 200;
    private static final List<String> NOTE_TINTS = List.of("amber", "blue", "green", "rose");
    private static final List<String> GROUP_TINTS = List.of("amber", "blue", "green", "grey", "rose");

    private PartsReader() {}

    /** @param index its place in the list, for modules that say nothing of where they stand */
    static Node module(Place json, int index) {
        json.record("no", "module", "version", "name", "at", "values", "connection", "disabled", "retry");
        return new Node(
                json.get("no").whole(1, Node.HIGHEST),
                ref(json.get("module")),
                json.find("version").map(version -> version.whole(1, 10_000)).orElse(1),
                json.find("name").map(name -> name.text(LONGEST_NAME)).filter(name -> !name.isBlank()),
                json.find("at").map(PartsReader::position).orElse(new Position(index * 328, 0)),
                json.find("values").map(Place::fields).orElse(Fields.EMPTY),
                json.find("connection").map(id -> id.text(64)).filter(id -> !id.isBlank()),
                json.find("disabled").map(Place::yesNo).orElse(false),
                json.find("retry").map(PartsReader::retry));
    }

    static RetryRule retry(Place json) {
        json.record("attempts", "seconds", "backoff", "errors");
        return new RetryRule(
                json.get("attempts").whole(1, RetryRule.MOST_ATTEMPTS),
                json.get("seconds").whole(0, RetryRule.LONGEST_WAIT),
                json.find("backoff").map(Place::yesNo).orElse(false),
                errors(json));
    }

    /** Types of errors, each once. */
    private static List<String> errors(Place json) {
        return json.find("errors").map(errors -> errors.items(ErrorTypes.ALL.size())).orElse(List.of()).stream()
                .map(type -> {
                    if (!ErrorTypes.known(type.text(60))) {
                        throw type.wrong("not-one-of", String.join(", ", ErrorTypes.ALL));
                    }
                    return type.text(60);
                })
                .distinct()
                .toList();
    }

    private static String ref(Place json) {
        String ref = json.text(LONGEST_REF);
        int colon = ref.indexOf(':');
        if (colon < 1 || colon == ref.length() - 1) {
            throw json.wrong("not-a-ref");
        }
        return ref;
    }

    static Position position(Place json) {
        int[] pair = json.pair(-Position.FARTHEST, Position.FARTHEST);
        return new Position(pair[0], pair[1]);
    }

    /** The number of a module that exists. */
    static int known(Place json, Set<Integer> numbers) {
        int no = json.whole(1, Node.HIGHEST);
        if (!numbers.contains(no)) {
            throw json.wrong("unknown-number", no);
        }
        return no;
    }

    static Link link(Place json, int order) {
        json.record("from", "to", "order", "name", "filter", "fallback", "disabled", "error", "errors");
        return new Link(
                json.get("from").whole(1, Node.HIGHEST),
                json.get("to").whole(1, Node.HIGHEST),
                json.find("order").map(place -> place.whole(1, 10_000)).orElse(order),
                json.find("name").map(name -> name.text(LONGEST_NAME)).filter(name -> !name.isBlank()),
                json.find("filter").map(PartsReader::filter),
                json.find("fallback").map(Place::yesNo).orElse(false),
                json.find("disabled").map(Place::yesNo).orElse(false),
                json.find("error").map(Place::yesNo).orElse(false),
                errors(json));
    }

    static LinkFilter filter(Place json) {
        json.record("name", "conditions");
        return new LinkFilter(
                json.find("name").map(name -> name.text(LONGEST_NAME)).filter(name -> !name.isBlank()),
                conditions(json.get("conditions")));
    }

    static List<List<LinkFilter.Row>> conditions(Place json) {
        return json.items(MOST_ROWS).stream()
                .map(group ->
                        group.items(MOST_ROWS).stream().map(PartsReader::row).toList())
                .toList();
    }

    private static LinkFilter.Row row(Place json) {
        json.record("a", "o", "b");
        return new LinkFilter.Row(
                json.find("a").map(PartsReader::operand).orElse(""),
                json.get("o").text(60),
                json.find("b").map(PartsReader::operand));
    }

    private static String operand(Place json) {
        return switch (json.value()) {
            case Num num -> num.plain();
            case Bool bool -> Boolean.toString(bool.value());
            case Text text -> json.text(LONGEST_OPERAND);
            default -> throw json.wrong("not-a-text");
        };
    }

    static Group group(Place json) {
        json.record("id", "name", "modules", "handler", "tint");
        List<Place> modules = json.get("modules").items(Editing.MOST_MODULES);
        if (modules.isEmpty()) {
            throw json.get("modules").wrong("empty-group");
        }
        return new Group(
                json.get("id").text(64),
                name(json, "name"),
                modules.stream()
                        .map(module -> module.whole(1, Node.HIGHEST))
                        .distinct()
                        .toList(),
                json.find("handler")
                        .map(handler -> OptionalInt.of(handler.whole(1, Node.HIGHEST)))
                        .orElse(OptionalInt.empty()),
                tint(json, GROUP_TINTS, Group.PLAIN));
    }

    private static String tint(Place json, List<String> tints, String otherwise) {
        String tint = json.find("tint").map(place -> place.text(20)).orElse(otherwise);
        if (!tints.contains(tint)) {
            throw json.get("tint").wrong("not-one-of", String.join(", ", tints));
        }
        return tint;
    }

    static Note note(Place json) {
        json.record("id", "at", "size", "text", "tint", "module");
        return new Note(
                json.get("id").text(64),
                position(json.get("at")),
                json.find("size").map(PartsReader::size).orElse(new Note.Size(240, 120)),
                json.find("text").map(text -> text.text(20_000)).orElse(""),
                tint(json, NOTE_TINTS, "amber"),
                json.find("module")
                        .map(module -> OptionalInt.of(module.whole(1, Node.HIGHEST)))
                        .orElse(OptionalInt.empty()));
    }

    private static Note.Size size(Place json) {
        int[] pair = json.pair(1, 10_000);
        return new Note.Size(pair[0], pair[1]);
    }

    /** An optional text that may also be given as null to take it away. */
    static Optional<String> name(Place json, String member) {
        return json.find(member)
                .map(name -> name.text(LONGEST_NAME))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }
}
