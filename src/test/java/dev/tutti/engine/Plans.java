package dev.tutti.engine;

import dev.tutti.expression.Condition;
import dev.tutti.expression.Expressions;
import dev.tutti.expression.Filter;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads plans from the compact YAML of the cases. */
final class Plans {
    private Plans() {}

    static Plan read(Map<String, ?> plan) {
        return new Plan(
                plan.get("trigger") instanceof Integer no ? OptionalInt.of(no) : OptionalInt.empty(),
                chain(plan.get("chain")),
                plan.get("operations") instanceof Integer most ? new Limits(most) : Limits.DEFAULT,
                ZoneId.of("Europe/Paris"),
                Locale.ENGLISH);
    }

    static Chain chain(Object steps) {
        return steps == null
                ? Chain.EMPTY
                : new Chain(maps(steps).stream().map(Plans::step).toList());
    }

    private static Step step(Map<String, ?> step) {
        if (step.get("call") instanceof Integer id) {
            return new Step.Call(
                    id,
                    (String) step.get("module"),
                    1,
                    step.containsKey("input") ? mapping(step.get("input")) : new Mapping.Constant(Fields.EMPTY),
                    Optional.empty(),
                    step.get("disabled") == Boolean.TRUE);
        }
        if (step.get("filter") instanceof String link) {
            return filter(link, step.get("when"));
        }
        if (step.get("iterate") instanceof Integer id) {
            return new Step.Iterate(
                    id, mapping(step.get("array")), step.get("atOnce") instanceof Integer atOnce ? atOnce : 1);
        }
        if (step.get("aggregate") instanceof Integer id) {
            return new Step.Aggregate(
                    id,
                    (Integer) step.get("source"),
                    gathering(step),
                    Optional.ofNullable(step.get("groupBy")).map(Plans::mapping),
                    step.get("stopIfEmpty") == Boolean.TRUE);
        }
        if (step.get("assign") instanceof Integer id) {
            return new Step.Assign(id, mapping(step.get("variables")), Step.Lifetime.RUN);
        }
        if (step.get("recall") instanceof Integer id) {
            return new Step.Recall(id, mapping(step.get("names")));
        }
        if (step.get("router") instanceof Integer id) {
            return new Step.Router(
                    id,
                    maps(step.get("routes")).stream().map(Plans::route).toList(),
                    step.containsKey("join") ? Optional.of(chain(step.get("join"))) : Optional.empty());
        }
        if (step.containsKey("guard")) {
            return new Step.Guarded(
                    chain(step.get("guard")), new Handler(chain(step.get("route")), directive(step.get("then"))));
        }
        throw new AssertionError("No such step: " + step);
    }

    private static Route route(Map<String, ?> route) {
        return new Route(
                route.get("filter") instanceof String link
                        ? Optional.of(filter(link, route.get("when")))
                        : Optional.empty(),
                chain(route.get("chain")),
                route.get("fallback") == Boolean.TRUE,
                route.get("disabled") == Boolean.TRUE,
                route.get("joins") != Boolean.FALSE);
    }

    /** {@code link} is {@code 1>2}; {@code when} is one row or a list of groups of rows, each {@code [a, o, b]}. */
    static Step.Filter filter(String link, Object when) {
        String[] ends = link.split(">");
        return new Step.Filter(
                Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), Condition.compile(new Filter("", groups(when))));
    }

    @SuppressWarnings("unchecked")
    private static List<List<Filter.Row>> groups(Object when) {
        List<?> list = (List<?>) when;
        if (!list.isEmpty() && list.getFirst() instanceof String) {
            return List.of(List.of(row((List<String>) when)));
        }
        return list.stream()
                .map(group ->
                        ((List<List<String>>) group).stream().map(Plans::row).toList())
                .toList();
    }

    private static Filter.Row row(List<String> row) {
        return new Filter.Row(row.get(0), row.get(1), row.size() > 2 ? row.get(2) : "");
    }

    private static Gathering gathering(Map<String, ?> step) {
        for (Gathering.Function function : Gathering.Function.values()) {
            String key = function.name().toLowerCase(Locale.ROOT);
            if (step.containsKey(key)) {
                return new Gathering.Numbers(function, mapping(step.get(key)));
            }
        }
        if (step.containsKey("text")) {
            return new Gathering.Joining(mapping(step.get("text")), separator(step, "separator"));
        }
        if (step.get("table") instanceof List<?> columns) {
            return new Gathering.Table(
                    columns.stream().map(Plans::mapping).toList(), separator(step, "columns"), separator(step, "rows"));
        }
        return new Gathering.Listing(mapping(step.get("array")));
    }

    private static String separator(Map<String, ?> step, String key) {
        return step.get(key) instanceof String separator ? separator : "";
    }

    private static Directive directive(Object then) {
        if (then instanceof Map<?, ?> map) {
            return new Directive.Resume(mapping(map.get("resume")));
        }
        return switch ((String) then) {
            case null -> new Directive.Ignore();
            case "ignore" -> new Directive.Ignore();
            case "commit" -> new Directive.Commit();
            case "rollback" -> new Directive.Rollback();
            case "break" -> new Directive.Break(3, Duration.ofMinutes(15));
            default -> throw new AssertionError("No such directive: " + then);
        };
    }

    static Mapping mapping(Object source) {
        return switch (source) {
            case String text
            when text.contains("{{") ->
                new Mapping.Leaf(
                        Expressions.compile(Expressions.parse(text).ok().orElseThrow()));
            case Map<?, ?> map -> {
                LinkedHashMap<String, Mapping> fields = new LinkedHashMap<>();
                map.forEach((key, value) -> fields.put((String) key, mapping(value)));
                yield new Mapping.Record(fields);
            }
            case List<?> list ->
                new Mapping.Array(list.stream().map(Plans::mapping).toList());
            case null, default -> new Mapping.Constant(value(source));
        };
    }

    static Value value(Object source) {
        return switch (source) {
            case null -> Nothing.NULL;
            case String text -> Text.of(text);
            case Boolean bool -> Bool.of(bool);
            case Number number -> new Num(new BigDecimal(number.toString()));
            case List<?> list -> new Items(list.stream().map(Plans::value).toList());
            case Map<?, ?> map -> {
                Fields.Builder fields = Fields.builder();
                map.forEach((key, value) -> fields.put((String) key, value(value)));
                yield fields.build();
            }
            default -> throw new AssertionError("No such value: " + source);
        };
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, ?>> maps(Object list) {
        return list == null ? List.of() : (List<Map<String, ?>>) list;
    }
}
