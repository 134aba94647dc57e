package dev.tutti.scenario.n8n;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.List;

/** What "Edit fields" assigns, in the four forms it has had. */
final class N8nSet {

    private N8nSet() {}

    /** {name, value} each. */
    static List<Fields> assigned(N8nNode node) {
        List<Fields> all = new ArrayList<>();
        Fields parameters = node.parameters();
        Look.each(Look.fields(parameters, "assignments"), "assignments").forEach(one -> all.add(pair(one, "value")));
        for (Fields one : Look.each(Look.fields(parameters, "fields"), "values")) {
            String key = Look.text(one, "type").isEmpty() ? "stringValue" : Look.text(one, "type");
            all.add(pair(one, key));
        }
        for (String type : List.of("string", "number", "boolean")) {
            Look.each(Look.fields(parameters, "values"), type).forEach(one -> all.add(pair(one, "value")));
        }
        if (all.isEmpty()
                && Json.parse(Look.text(parameters, "jsonOutput").replaceFirst("^=", ""))
                        instanceof Json.Parsed(Fields literal)) {
            literal.fields()
                    .forEach((name, value) -> all.add(Fields.of(
                            "name",
                            Text.of(name),
                            "value",
                            value instanceof Text(String text) && text.contains("{{") ? Text.of("=" + text) : value)));
        }
        return all;
    }

    private static Fields pair(Fields one, String key) {
        return Fields.of("name", Text.of(Look.text(one, "name")), "value", one.get(key));
    }

    static boolean keepsOthers(N8nNode node) {
        Fields parameters = node.parameters();
        return node.version() >= 3
                ? Look.yes(parameters, "includeOtherFields", false)
                        || Look.text(parameters, "include").equals("all")
                : parameters.get("keepOnlySet") != Bool.TRUE;
    }

    /** Whether an Aggregate collects items as they are, and not single fields of them. */
    static boolean whole(N8nNode node) {
        return Look.text(node.parameters(), "aggregate").equals("aggregateAllItemData");
    }
}
