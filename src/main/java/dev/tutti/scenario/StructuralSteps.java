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

    /** What of the settings of an aggregator says which bundles it takes; the module that makes one of them gets the rest. */
    private static final List<String> GATHERED = List.of("source", "fields", "groupBy", "stopIfEmpty");

    private static Fields without(Fields values, List<String> keys) {
        Fields rest = values;
        for (String key : keys) {
            rest = rest.without(key);
        }
        return rest;
    }

    static Step step(Structural role, Node module) {
        Fields values = module.values();
        return switch (role) {
            case ROUTER, IF_ELSE -> throw new IllegalArgumentException("A router is no step of a stretch");
            case MERGE -> throw new IllegalArgumentException("A merge is compiled with its If-else");
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
                        lifetime(values, "scope"));
            case SET_VARIABLES ->
                new Step.Assign(module.no(), Mappings.of(values.get("variables")), lifetime(values, "scope"));
            case GET_VARIABLE -> new Step.Recall(module.no(), Mappings.of(values.get("name")));
            case INCREMENT -> new Step.Increment(module.no(), lifetime(values, "reset"));
            case RETURN -> new Step.Return(module.no(), Mappings.of(values.get("outputs")));
            case MADE_AGGREGATOR ->
                aggregate(
                        module,
                        new Gathering.Made(
                                module.module(),
                                module.version(),
                                named(values.get("fields")),
                                Mappings.of(without(values, GATHERED))));
            case IGNORE, RESUME, COMMIT, ROLLBACK, BREAK -> new Step.Decide(module.no(), Directives.of(role, values));
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
    static Mapping named(Value fields) {
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

    private static Step.Lifetime lifetime(Fields values, String key) {
        return values.get(key).equals(Text.of("run")) ? Step.Lifetime.RUN : Step.Lifetime.CYCLE;
    }
}
