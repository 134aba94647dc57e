package dev.tutti.scenario.make;

import dev.tutti.connector.MakeNode;
import dev.tutti.scenario.Operators;
import dev.tutti.scenario.exchange.Filters;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Filters of Make, whose form ours have; only wrong spellings of operators are put right. */
final class MakeFilter {

    private MakeFilter() {}

    static Optional<Fields> of(Value filter, MakeTexts texts, Consumer<Message> note) {
        return filter instanceof Fields fields
                ? named(conditions(fields.get("conditions"), texts, note), fields.get("name"))
                : Optional.empty();
    }

    /** A filter of these conditions; none where every bundle passes. */
    static Optional<Fields> named(Items conditions, Value name) {
        if (conditions.size() == 0) {
            return Optional.empty();
        }
        Fields filter = Fields.of("conditions", conditions);
        return Optional.of(Look.name(name)
                .map(called -> Fields.of("name", (Value) Text.of(called), "conditions", conditions))
                .orElse(filter));
    }

    /** Empty where every bundle passes. */
    static Items conditions(Value conditions, MakeTexts texts, Consumer<Message> note) {
        List<Value> all = new ArrayList<>();
        if (conditions instanceof Items(List<Value> groups)) {
            for (Value group : groups) {
                if (group instanceof Items(List<Value> rows)) {
                    List<Value> some = rows.stream()
                            .filter(Fields.class::isInstance)
                            .map(row -> row((Fields) row, texts, note))
                            .toList();
                    if (!some.isEmpty()) {
                        all.add(new Items(some));
                    }
                }
            }
        }
        return new Items(all);
    }

    private static Value row(Fields row, MakeTexts texts, Consumer<Message> note) {
        String spelled = Look.text(row, "o");
        String operator = spelled.isEmpty() ? "exist" : spelled;
        if (!Operators.known(operator)) {
            Optional<String> meant = Operators.meant(operator);
            note.accept(
                    meant.isPresent()
                            ? Message.of("exchange.operator", operator, meant.get())
                            : Message.of("exchange.unknown-operator", operator));
            operator = meant.orElse(operator);
        }
        Fields shown =
                Fields.of("a", Text.of(texts.of(MakeNode.text(row.get("a")))), "o", Text.of(Look.cut(operator, 60)));
        return Operators.hasTwoOperands(operator) && !(row.get("b") instanceof Nothing)
                ? shown.with("b", Text.of(texts.of(MakeNode.text(row.get("b")))))
                : shown;
    }

    /**
     * The node with the filter of the link that leads to it.
     *
     * @param elsewhere what of that filter a branch of an If-else asks for
     */
    static Fields back(Fields node, Fields original, Sheet.Way way, Optional<Fields> elsewhere, MakeTexts texts) {
        Optional<Fields> before = of(original.get("filter"), MakeTexts.in(Map.of()), _ -> {});
        boolean named = elsewhere.isPresent()
                || Look.name(Look.fields(original, "filter").get("name")).equals(way.name());
        if (Filters.both(elsewhere, before).equals(way.filter()) && named) {
            return node;
        }
        if (way.filter().equals(elsewhere) && (way.name().isEmpty() || elsewhere.isPresent())) {
            return node.without("filter");
        }
        Fields filter = way.filter().map(texts::of).orElse(Fields.of("conditions", Items.EMPTY));
        String name = way.name().orElseGet(() -> Look.text(filter, "name"));
        return node.with("filter", Fields.of("name", Text.of(name), "conditions", filter.get("conditions")));
    }
}
