package dev.tutti.scenario;

import dev.tutti.connector.Separator;
import dev.tutti.connector.Structural;
import dev.tutti.engine.Gathering;
import dev.tutti.engine.Mapping;
import dev.tutti.engine.Step;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** The steps of the modules that are control flow. */
final class StructuralSteps {

    private StructuralSteps() {}

    static Step step(Structural role, Node module) {
        Fields values = module.values();
        return switch (role) {
            case IF_ELSE, MERGE, INCREMENT, RETURN, MADE_AGGREGATOR, IGNORE, RESUME, COMMIT, ROLLBACK, BREAK ->
                throw new IllegalArgumentException(role + " is compiled with its surroundings");
            case ROUTER -> throw new IllegalArgumentException("A router is no step of a stretch");
            case ITERATOR ->
                new Step.Iterate(
                        module.no(),
                        Mappings.of(values.get("array")),
                        Math.clamp(SpanMap.number(values.get("atOnce")).orElse(1), 1, 100));
            case ARRAY_AGGREGATOR -> aggregate(module, new Gathering.Listing(named(values.get("fields"))));
            case TEXT_AGGREGATOR ->
                aggregate(
                        module,
                        new Gathering.Joining(
                                Mappings.of(values.get("text")), Separator.in(values, "separator", "newline")));
            case NUMERIC_AGGREGATOR ->
                aggregate(
                        module,
                        new Gathering.Numbers(function(values.get("function")), Mappings.of(values.get("value"))));
            case TABLE_AGGREGATOR ->
                aggregate(
                        module,
                        new Gathering.Table(
                                columns(values.get("columns")),
                                Separator.in(values, "columnSeparator", "comma"),
                                Separator.in(values, "rowSeparator", "newline")));
            case SET_VARIABLE ->
                new Step.Assign(
                        module.no(),
                        Mappings.of(Fields.of("name", values.get("name"), "value", values.get("value"))),
                        lifetime(values));
            case SET_VARIABLES -> new Step.Assign(module.no(), Mappings.of(values.get("variables")), lifetime(values));
            case GET_VARIABLE -> new Step.Recall(module.no(), Mappings.of(values.get("name")));
            case GET_VARIABLES -> new Step.Recall(module.no(), Mappings.of(values.get("variables")));
        };
    }

    private static Step aggregate(Node module, Gathering gathering) {
        Value groupBy = module.values().get("groupBy");
        boolean grouped = !(groupBy instanceof Nothing) && !groupBy.equals(Text.EMPTY);
        return new Step.Aggregate(
                module.no(),
                SpanMap.source(module).orElseThrow(),
                gathering,
                grouped ? Optional.of(Mappings.of(groupBy)) : Optional.empty(),
                module.values().get("stopIfEmpty") == Bool.TRUE);
    }

    /** A list of {name, value} as one record; a record, or a text that gives one, is taken as it is. */
    private static Mapping named(Value fields) {
        if (!(fields instanceof Items items)) {
            return Mappings.of(fields instanceof Nothing ? Fields.EMPTY : fields);
        }
        SequencedMap<String, Mapping> parts = new LinkedHashMap<>();
        for (Value item : items.items()) {
            if (item instanceof Fields field
                    && field.get("name") instanceof Text name
                    && !name.text().isBlank()) {
                parts.put(name.text(), Mappings.of(field.get("value")));
            }
        }
        return new Mapping.Record(parts);
    }

    private static Gathering.Function function(Value value) {
        String name = value instanceof Text text ? text.text().toUpperCase(Locale.ROOT) : "";
        return java.util.Arrays.stream(Gathering.Function.values())
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElse(Gathering.Function.SUM);
    }

    private static List<Mapping> columns(Value columns) {
        return columns instanceof Items items
                ? items.items().stream().map(Mappings::of).toList()
                : List.of(Mappings.of(columns));
    }

    private static Step.Lifetime lifetime(Fields values) {
        return values.get("scope").equals(Text.of("run")) ? Step.Lifetime.RUN : Step.Lifetime.CYCLE;
    }
}
