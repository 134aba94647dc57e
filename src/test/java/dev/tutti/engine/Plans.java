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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads plans from the compact YAML of the cases. */
final class Plans {
    private static final int FIRST_DIRECTIVE = 90_000;

    private final List<Handler> handlers = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private int directives = FIRST_DIRECTIVE;

    private Plans() {}

    static Plan read(Map<String, ?> plan) {
        return new Plans().plan(plan);
    }

    private Plan plan(Map<String, ?> plan) {
        Chain chain = chain(plan.get("chain"));
        int own = handlers.size();
        maps(plan.get("handlers")).forEach(handler -> handlers.add(handler(handler)));
        for (Map<String, ?> guard : maps(plan.get("guards"))) {
            List<Integer> places = numbers(guard.get("handlers")).stream()
                    .map(place -> own + place)
                    .toList();
            guards.add(new Guard(Set.copyOf(numbers(guard.get("modules"))), places));
        }
        Map<Integer, String> names = new HashMap<>();
        if (plan.get("names") instanceof Map<?, ?> given) {
            given.forEach((no, name) -> names.put((Integer) no, (String) name));
        }
        return new Plan(
                plan.get("trigger") instanceof Integer no ? OptionalInt.of(no) : OptionalInt.empty(),
                chain,
                plan.get("operations") instanceof Integer most ? new Limits(most) : Limits.DEFAULT,
                ZoneId.of("Europe/Paris"),
                Locale.ENGLISH,
                new Policy(
                        plan.get("incompletes") == Boolean.TRUE,
                        plan.get("dataLoss") == Boolean.TRUE,
                        plan.get("autoCommit") != Boolean.FALSE,
                        plan.get("commitTriggerLast") != Boolean.FALSE,
                        plan.get("cycles") instanceof Integer cycles ? cycles : 1),
                new Guards(handlers, guards),
                names);
    }

    private Handler handler(Map<String, ?> handler) {
        return new Handler(
                kinds(handler.get("kinds")),
                handler.get("filter") instanceof String link
                        ? Optional.of(filter(link, handler.get("when")))
                        : Optional.empty(),
                route(handler.get("route"), handler.get("then")));
    }

    private static Set<Failure.Kind> kinds(Object types) {
        return types instanceof List<?> list
                ? list.stream()
                        .map(type -> Failure.Kind.named((String) type).orElseThrow())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** The steps of a handler's route, with a directive at its end if there is one. */
    private Chain route(Object steps, Object then) {
        List<Step> route = new ArrayList<>(chain(steps).steps());
        if (then != null) {
            route.add(new Step.Decide(directives++, directive(then)));
        }
        return new Chain(route);
    }

    @SuppressWarnings("unchecked")
    private static List<Integer> numbers(Object list) {
        return list == null ? List.of() : (List<Integer>) list;
    }

    Chain chain(Object steps) {
        return steps == null
                ? Chain.EMPTY
                : new Chain(maps(steps).stream()
                        .flatMap(step -> step.containsKey("guard") ? guarded(step).stream() : Stream.of(step(step)))
                        .toList());
    }

    /** Modules in a row with a handler of their own. */
    private List<Step> guarded(Map<String, ?> step) {
        List<Step> body = chain(step.get("guard")).steps();
        guards.add(new Guard(
                body.stream().map(Layout::number).filter(no -> no != 0).collect(Collectors.toSet()),
                List.of(handlers.size())));
        handlers.add(handler(step));
        return body;
    }

    private Step step(Map<String, ?> step) {
        if (step.get("call") instanceof Integer id) {
            return new Step.Call(
                    id,
                    (String) step.get("module"),
                    1,
                    step.containsKey("input") ? mapping(step.get("input")) : new Mapping.Constant(Fields.EMPTY),
                    Optional.ofNullable((String) step.get("connection")),
                    step.get("disabled") == Boolean.TRUE,
                    step.get("retry") instanceof Map<?, ?> retry ? Optional.of(retry(retry)) : Optional.empty());
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
                    Gatherings.read(step),
                    Optional.ofNullable(step.get("groupBy")).map(Plans::mapping),
                    step.get("stopIfEmpty") == Boolean.TRUE);
        }
        if (step.get("assign") instanceof Integer id) {
            return new Step.Assign(id, mapping(step.get("variables")), lifetime(step.get("scope")));
        }
        if (step.get("recall") instanceof Integer id) {
            return new Step.Recall(id, mapping(step.get("names")));
        }
        if (step.get("increment") instanceof Integer id) {
            return new Step.Increment(id, lifetime(step.get("scope")));
        }
        if (step.get("return") instanceof Integer id) {
            return new Step.Return(id, mapping(step.get("outputs")));
        }
        if (step.get("merge") instanceof Integer id) {
            return merge(id, step);
        }
        if (step.get("decide") instanceof Integer id) {
            return new Step.Decide(id, directive(step.get("then")));
        }
        boolean exclusive = step.get("ifElse") instanceof Integer;
        if ((exclusive ? step.get("ifElse") : step.get("router")) instanceof Integer id) {
            return new Step.Router(
                    id,
                    maps(step.get("routes")).stream().map(this::way).toList(),
                    step.containsKey("join") ? Optional.of(chain(step.get("join"))) : Optional.empty(),
                    exclusive);
        }
        throw new AssertionError("No such step: " + step);
    }

    private static Step.Lifetime lifetime(Object scope) {
        return "cycle".equals(scope) ? Step.Lifetime.CYCLE : Step.Lifetime.RUN;
    }

    private static Step merge(int id, Map<String, ?> step) {
        List<Step.Merged> outputs = new ArrayList<>();
        ((Map<?, ?>) Objects.requireNonNull(step.get("outputs")))
                .forEach((name, values) -> outputs.add(new Step.Merged(
                        (String) name,
                        ((List<?>) values).stream().map(Plans::mapping).toList())));
        return new Step.Merge(id, (Integer) step.get("of"), outputs);
    }

    private static Retry retry(Map<?, ?> retry) {
        return new Retry(
                (Integer) retry.get("attempts"),
                Duration.ofSeconds((Integer) retry.get("seconds")),
                retry.get("backoff") == Boolean.TRUE,
                retry.get("kinds") == null ? Retry.PASSING : kinds(retry.get("kinds")));
    }

    private Route way(Map<String, ?> route) {
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

    private static Directive directive(Object then) {
        if (then instanceof Map<?, ?> map) {
            return map.containsKey("resume")
                    ? new Directive.Resume(mapping(map.get("resume")))
                    : new Directive.Break((Integer) map.get("break"), Duration.ofMinutes(15));
        }
        return switch ((String) then) {
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
