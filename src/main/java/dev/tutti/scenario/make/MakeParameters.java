package dev.tutti.scenario.make;

import dev.tutti.connector.MakeNode;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The inputs and outputs of a scenario, which calls of other scenarios fill in. */
final class MakeParameters {

    private static final int MOST = 200;

    private static final Set<String> TYPES = Set.of(
            "text",
            "number",
            "integer",
            "uinteger",
            "boolean",
            "date",
            "select",
            "array",
            "collection",
            "email",
            "url",
            "uuid",
            "color",
            "any");

    private MakeParameters() {}

    static Items in(Items specs) {
        List<Value> known = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Value item : specs.items()) {
            String name = item instanceof Fields spec ? Look.text(spec, "name").strip() : "";
            if (item instanceof Fields spec
                    && name.matches("[\\p{L}_$][\\p{L}\\p{N}_$-]{0,99}")
                    && names.add(name)
                    && known.size() < MOST) {
                known.add(parameter(spec, name));
            }
        }
        return new Items(known);
    }

    private static Fields parameter(Fields spec, String name) {
        Fields.Builder one = Fields.builder().put("name", Text.of(name));
        Look.name(spec.get("label")).ifPresent(label -> one.put("label", Text.of(label)));
        List<Value> options = options(spec.get("options"));
        String type = type(Look.text(spec, "type"));
        one.put("type", Text.of(type.equals("select") && options.isEmpty() ? "text" : type))
                .put("required", Bool.of(Look.yes(spec, "required", false)));
        if (!(spec.get("default") instanceof Nothing)) {
            one.put("default", spec.get("default"));
        }
        Look.name(spec.get("help")).ifPresent(help -> one.put("help", Text.of(help)));
        if (type.equals("select") && !options.isEmpty()) {
            one.put("options", new Items(options));
        }
        return one.put("multiline", Bool.of(Look.yes(spec, "multiline", false))).build();
    }

    static String type(String type) {
        String known = type.toLowerCase(Locale.ROOT);
        return TYPES.contains(known)
                ? known
                : switch (known) {
                    case "checkbox" -> "boolean";
                    case "dynamiccollection", "json" -> "collection";
                    case "", "html", "markdown", "filename", "path", "hidden", "password" -> "text";
                    default -> "any";
                };
    }

    private static List<Value> options(Value options) {
        Value store = options instanceof Fields wrapped ? wrapped.get("store") : options;
        return store instanceof Items(List<Value> items)
                ? items.stream()
                        .map(item -> MakeNode.text(item instanceof Fields option ? option.get("value") : item))
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .limit(MOST)
                        .<Value>map(Text::of)
                        .toList()
                : List.of();
    }

    /** The way back: the names of the types are Make's. */
    static Items out(Items parameters) {
        return new Items(parameters.items().stream()
                .filter(Fields.class::isInstance)
                .map(Fields.class::cast)
                .<Value>map(one -> one.get("options") instanceof Items(List<Value> options)
                        ? one.with(
                                "options",
                                new Items(options.stream()
                                        .<Value>map(option -> Fields.of("label", option, "value", option))
                                        .toList()))
                        : one)
                .toList());
    }
}
