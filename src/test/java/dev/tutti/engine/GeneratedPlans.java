package dev.tutti.engine;

import dev.tutti.expression.Condition;
import dev.tutti.expression.Filter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Makes a plan of every kind of step from a seed. All bundles have a text {@code v} and a list {@code items}. */
final class GeneratedPlans {
    private final Random random;
    private int last = 1;
    private int budget;
    /** How many handlers lie around what is made now. */
    private int depth;

    private final List<Handler> handlers = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();

    private GeneratedPlans(long seed) {
        random = new Random(seed);
        budget = 4 + random.nextInt(9);
    }

    static Plan of(long seed) {
        GeneratedPlans plans = new GeneratedPlans(seed);
        List<Integer> before = new ArrayList<>(List.of(1));
        Chain chain = plans.chain(before, 0);
        if (plans.random.nextInt(4) == 0) {
            plans.guards.add(new Guard(Set.of(), List.of(plans.handler(List.of()))));
        }
        return new Plan(
                OptionalInt.of(1),
                chain,
                new Limits(150),
                ZoneId.of("UTC"),
                Locale.ENGLISH,
                new Policy(
                        plans.random.nextInt(3) != 0,
                        false,
                        plans.random.nextInt(3) != 0,
                        plans.random.nextBoolean(),
                        1 + plans.random.nextInt(5) / 3),
                new Guards(plans.handlers, plans.guards),
                Map.of(2, "Two"));
    }

    private Chain chain(List<Integer> before, int level) {
        List<Step> steps = new ArrayList<>();
        for (int length = random.nextInt(5) + (level == 0 ? 3 : 0); length > 0 && budget > 0; length--) {
            budget--;
            if (level < 3 && random.nextInt(6) == 0) {
                steps.add(router(before, level));
                break;
            }
            steps.add(step(before));
        }
        return new Chain(steps);
    }

    private Step step(List<Integer> before) {
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> call("send", before);
            case 3 -> call(random.nextInt(5) == 0 ? "sleep" : "echo", before);
            case 4 -> call("search", before);
            case 5 -> new Step.Iterate(next(before), mapping(template(before, "items")), 1);
            case 6, 7 -> aggregate(before);
            case 8 -> {
                Mapping variable = mapping(Map.of("name", random.nextBoolean() ? "v" : "w", "value", text(before)));
                yield new Step.Assign(next(before), variable, lifetime());
            }
            case 9 -> new Step.Recall(next(before), mapping(List.of("v", "w")));
            case 10 -> filter(last, last + 1, before);
            case 11 -> new Step.Increment(next(before), lifetime());
            case 12 -> new Step.Return(next(before), mapping(Map.of("v", text(before))));
            case 13 -> call(random.nextInt(3) == 0 ? "ask" : "row", before);
            case 14 -> call("row", before);
            default -> guarded(before);
        };
    }

    private Step.Lifetime lifetime() {
        return random.nextBoolean() ? Step.Lifetime.RUN : Step.Lifetime.CYCLE;
    }

    private Step call(String module, List<Integer> before) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("v", text(before));
        if (random.nextInt(3) == 0) {
            input.put("w", drawn());
        }
        input.put("items", random.nextBoolean() ? template(before, "items") : List.of("a", "b"));
        Mapping mapping = mapping(input);
        return new Step.Call(next(before), module, 1, mapping, Optional.empty(), random.nextInt(12) == 0);
    }

    private Step guarded(List<Integer> before) {
        Mapping input = mapping(Map.of(
                "message", random.nextBoolean() ? "broken" : "",
                "type", random.nextBoolean() ? "DataError" : "ConnectionError",
                "v", text(before)));
        Optional<Retry> retry = random.nextInt(3) == 0
                ? Optional.of(new Retry(1 + random.nextInt(2), Duration.ofSeconds(30), true, Retry.PASSING))
                : Optional.empty();
        int id = next(before);
        Step failing = new Step.Call(
                id,
                List.of("fail", "fail", "flaky", "badRow").get(random.nextInt(4)),
                1,
                input,
                Optional.empty(),
                false,
                retry);
        if (depth == 0 && random.nextInt(6) != 0) {
            List<Integer> rescuers = new ArrayList<>();
            for (int i = random.nextInt(2); i >= 0; i--) {
                rescuers.add(
                        handlers.isEmpty() || random.nextInt(3) != 0
                                ? handler(List.of(id))
                                : random.nextInt(handlers.size()));
            }
            guards.add(new Guard(Set.of(id), rescuers));
        }
        return failing;
    }

    /** Makes a handler; returns its place. */
    private int handler(List<Integer> failed) {
        depth++;
        List<Step> route = new ArrayList<>();
        List<Integer> before = new ArrayList<>(failed);
        if (random.nextBoolean() && !failed.isEmpty()) {
            route.addAll(chain(before, 2).steps());
        }
        if (random.nextInt(5) != 0 && (route.isEmpty() || !(route.getLast() instanceof Step.Router))) {
            route.add(new Step.Decide(++last, directive()));
        }
        depth--;
        Set<Failure.Kind> kinds = random.nextInt(4) == 0 ? Set.of(Failure.Kind.DATA) : Set.of();
        handlers.add(new Handler(kinds, Optional.empty(), new Chain(route)));
        return handlers.size() - 1;
    }

    private Directive directive() {
        return switch (random.nextInt(8)) {
            case 0 -> new Directive.Commit();
            case 1 -> new Directive.Rollback();
            case 2, 3 -> new Directive.Break(3, Duration.ofMinutes(15));
            case 4, 5 -> new Directive.Resume(mapping(Map.of("v", drawn(), "e", "{{error.message}}")));
            default -> new Directive.Ignore();
        };
    }

    private Step aggregate(List<Integer> before) {
        // In a handler's route, the module that failed is there to be mapped, but has no operation to collect.
        int first = depth > 0 ? 1 : 0;
        if (before.size() <= first) {
            return call("echo", before);
        }
        int at = first + random.nextInt(before.size() - first);
        int source = before.get(at);
        Gathering gathering = switch (random.nextInt(3)) {
            case 0 -> new Gathering.Joining(mapping(text(before)), ",");
            case 1 -> new Gathering.Numbers(Gathering.Function.COUNT, mapping("1"));
            default -> new Gathering.Listing(mapping(Map.of("v", text(before))));
        };
        Optional<Mapping> groupBy = random.nextInt(3) == 0 ? Optional.of(mapping(text(before))) : Optional.empty();
        before.subList(at + 1, before.size()).clear();
        return new Step.Aggregate(next(before), source, gathering, groupBy, random.nextInt(4) == 0);
    }

    private Step router(List<Integer> before, int level) {
        int id = ++last;
        List<Route> routes = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Optional<Step.Filter> filter =
                    random.nextBoolean() ? Optional.of(filter(id, last + 1, before)) : Optional.empty();
            Chain chain = chain(new ArrayList<>(before), level + 1);
            boolean fallback = i == count - 1 && random.nextInt(3) == 0;
            routes.add(new Route(filter, chain, fallback, random.nextInt(10) == 0, random.nextInt(4) != 0));
        }
        boolean exclusive = random.nextInt(3) == 0;
        Optional<Chain> join = Optional.empty();
        if (random.nextBoolean()) {
            List<Integer> ahead = new ArrayList<>(before);
            List<Step> steps = new ArrayList<>();
            if (exclusive) {
                List<Mapping> values = List.of(mapping(text(before)), mapping(text(before)));
                steps.add(new Step.Merge(next(ahead), id, List.of(new Step.Merged("v", values))));
            }
            steps.addAll(chain(ahead, level + 1).steps());
            join = Optional.of(new Chain(steps));
        }
        return new Step.Router(id, routes, join, exclusive);
    }

    private Step.Filter filter(int from, int to, List<Integer> before) {
        Filter.Row row = random.nextInt(4) == 0
                ? new Filter.Row("{{random}}", "number:less", "0.5")
                : new Filter.Row(text(before), "text:contain", random.nextBoolean() ? "a" : "e");
        return new Step.Filter(from, to, Condition.compile(new Filter("", List.of(List.of(row)))));
    }

    private int next(List<Integer> before) {
        before.add(++last);
        return last;
    }

    private String text(List<Integer> before) {
        return random.nextInt(6) == 0 ? drawn() : "e" + template(before, "v") + template(before, "item");
    }

    private String drawn() {
        return List.of("{{now}}", "{{uuid}}", "{{random}}").get(random.nextInt(3));
    }

    private String template(List<Integer> before, String field) {
        return "{{" + before.get(random.nextInt(before.size())) + "." + field + "}}";
    }

    private static Mapping mapping(Object source) {
        return Plans.mapping(source);
    }
}
