package dev.tutti.scenario.n8n;

import dev.tutti.scenario.Operators;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Conditions of n8n, old and new, as filters of ours. */
final class N8nConditions {

    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("equals", "equal"),
            Map.entry("equal", "equal"),
            Map.entry("notEquals", "notequal"),
            Map.entry("notEqual", "notequal"),
            Map.entry("contains", "contain"),
            Map.entry("notContains", "notcontain"),
            Map.entry("startsWith", "startwith"),
            Map.entry("notStartsWith", "notstartwith"),
            Map.entry("endsWith", "endwith"),
            Map.entry("notEndsWith", "notendwith"),
            Map.entry("regex", "pattern"),
            Map.entry("notRegex", "notpattern"),
            Map.entry("gt", "greater"),
            Map.entry("larger", "greater"),
            Map.entry("after", "greater"),
            Map.entry("lt", "less"),
            Map.entry("smaller", "less"),
            Map.entry("before", "less"),
            Map.entry("gte", "greaterorequal"),
            Map.entry("largerEqual", "greaterorequal"),
            Map.entry("afterOrEquals", "greaterorequal"),
            Map.entry("lte", "lessorequal"),
            Map.entry("smallerEqual", "lessorequal"),
            Map.entry("beforeOrEquals", "lessorequal"),
            Map.entry("lengthEquals", "equal"),
            Map.entry("lengthNotEquals", "notequal"),
            Map.entry("lengthGt", "greater"),
            Map.entry("lengthLt", "less"),
            Map.entry("lengthGte", "greaterorequal"),
            Map.entry("lengthLte", "lessorequal"));

    private static final Map<String, String> TYPES =
            Map.of("string", "text", "number", "number", "dateTime", "date", "boolean", "boolean", "array", "array");

    private final N8nText text;
    private final Consumer<Message> differs;

    N8nConditions(N8nText text, Consumer<Message> differs) {
        this.text = text;
        this.differs = differs;
    }

    /** Empty where everything passes. */
    Optional<Fields> of(Fields conditions, String combined) {
        List<Value> rows = new ArrayList<>();
        boolean any;
        if (conditions.get("conditions") instanceof Items) {
            boolean blind = !Look.yes(Look.fields(conditions, "options"), "caseSensitive", true);
            Look.each(conditions, "conditions").forEach(condition -> rows.add(row(condition, blind)));
            any = Look.text(conditions, "combinator").equals("or");
        } else {
            TYPES.keySet().stream()
                    .sorted()
                    .forEach(type -> Look.each(conditions, type).forEach(condition -> rows.add(old(type, condition))));
            any = combined.equals("any");
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Value> groups =
                any ? rows.stream().<Value>map(row -> Items.of(row)).toList() : List.of(new Items(rows));
        return Optional.of(Fields.of("conditions", new Items(groups)));
    }

    Value row(Fields condition, boolean blind) {
        Fields operator = Look.fields(condition, "operator");
        return row(
                Look.text(operator, "type"),
                Look.text(operator, "operation"),
                condition.get("leftValue"),
                condition.get("rightValue"),
                blind);
    }

    private Value old(String type, Fields condition) {
        String operation = Look.text(condition, "operation");
        return row(
                type,
                operation.isEmpty() ? type.equals("number") ? "smaller" : "equal" : operation,
                condition.get("value1"),
                condition.get("value2"),
                false);
    }

    private Value row(String type, String operation, Value left, Value right, boolean blind) {
        Text a = Text.of(text.scalar(left));
        switch (operation) {
            case "exists", "notEmpty", "isNotEmpty" -> {
                return type.equals("array") && !operation.equals("exists")
                        ? row(a, "array:greater", Text.of("0"))
                        : Fields.of("a", a, "o", Text.of("exist"));
            }
            case "notExists", "empty", "isEmpty" -> {
                return type.equals("array") && operation.equals("empty")
                        ? row(a, "array:equal", Text.of("0"))
                        : Fields.of("a", a, "o", Text.of("notexist"));
            }
            case "true", "false" -> {
                return row(a, "boolean:equal", Text.of(operation));
            }
            default -> {}
        }
        String ours = TYPES.getOrDefault(type, "text") + ":" + OPERATIONS.getOrDefault(operation, operation);
        String cased = blind && Operators.known(ours + ":ci") ? ours + ":ci" : ours;
        if (!Operators.known(cased)) {
            differs.accept(Message.of("exchange.n8n.operation", type + " " + operation));
            cased = "text:equal";
        }
        return row(a, cased, Text.of(right instanceof Bool ? String.valueOf(right == Bool.TRUE) : text.scalar(right)));
    }

    private static Fields row(Text a, String operator, Text b) {
        return Fields.of("a", a, "o", Text.of(operator), "b", b);
    }
}
