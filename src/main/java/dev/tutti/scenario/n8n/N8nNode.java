package dev.tutti.scenario.n8n;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;

/**
 * One node of a workflow.
 *
 * @param no its number here
 * @param type the last part of its type, such as "httpRequest"
 * @param raw all of it
 */
record N8nNode(int no, String name, String type, double version, Fields parameters, Sheet.Spot at, Fields raw) {

    private static final double WIDER = 1.6;

    static N8nNode of(int no, Fields raw) {
        String type = Look.text(raw, "type");
        Items position = Look.items(raw, "position");
        double x = position.get(0) instanceof Num number ? number.number().doubleValue() : no * 220.0;
        double y = position.get(1) instanceof Num number ? number.number().doubleValue() : 0;
        return new N8nNode(
                no,
                Look.text(raw, "name"),
                Look.cut(type.substring(type.lastIndexOf('.') + 1), 100),
                raw.get("typeVersion") instanceof Num number ? number.number().doubleValue() : 1,
                Look.fields(raw, "parameters"),
                Sheet.Spot.of(x * WIDER, y),
                raw);
    }

    /** A node that the file does not have. */
    static N8nNode made(int no, String name, String type, Sheet.Spot at) {
        return new N8nNode(no, name, type, 1, Fields.EMPTY, at, Fields.EMPTY);
    }

    boolean is(String... types) {
        return java.util.List.of(types).contains(type);
    }

    /** Whether it sends each item one of several ways. */
    boolean branches() {
        return is("if", "switch");
    }

    boolean disabled() {
        return Look.yes(raw, "disabled", false);
    }

    String option(String name) {
        return Look.text(Look.fields(parameters, "options"), name);
    }
}
