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

/** Makes a plan of every kind of step from a seed. All bundles have a text {@code v} and a list {@code items}. */
final class GeneratedPlans {
    private final Random random;
    private int last = 1;
    private int budget;
    private int handlers;

    private GeneratedPlans(long seed) {
        random = new Random(seed);
        budget = 4 + random.nextInt(9);
    }

    static Plan of(long seed) {
        GeneratedPlans plans = new GeneratedPlans(seed);
        List<Integer> before = new ArrayList<>(List.of(1));
        Chain chain = plans.chain(before, 0);
        return new Plan(OptionalInt.of(1), chain, new Limits(150), ZoneId.of("UTC"), Locale.ENGLISH);
    }

    private Chain chain(List<Integer> before, int depth) {
        List<Step> steps = new ArrayList<>();
        for (int length = random.nextInt(5) + (depth == 0 ? 3 : 0); length > 0 && budget > 0; length--) {
            budget--;
            if (depth < 3 && random.nextInt(6) == 0) {
                steps.add(router(before, depth));
                break;
            }
            steps.add(step(before, depth));
        }
        return new Chain(steps);
    }

    private Step step(List<Integer> before, int depth) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> call("send", before);
            case 3 -> call(random.nextInt(5) == 0 ? "sleep" : "echo", before);
            case 4 -> call("search", before);
            case 5 -> new Step.Iterate(next(before), mapping(template(before, "items")), 1);
            case 6, 7 -> aggregate(before);
            case 8 -> {
                Mapping variable = mapping(Map.of("name", random.nextBoolean() ? "v" : "w", "value", text(before)));
                yield new Step.Assign(next(before), variable, Step.Lifetime.RUN);
            }
            case 9 -> new Step.Recall(next(before), mapping(List.of("v", "w")));
            case 10 -> filter(last, last + 1, before);
            default -> depth < 3 ? guarded(before, depth) : call("none", before);
        };
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

    private Step guarded(List<Integer> before, int depth) {
        Mapping input = mapping(Map.of("message", random.nextBoolean() ? "broken" : "", "v", text(before)));
        Step failing = new Step.Call(next(before), "fail", 1, input, Optional.empty(), false);
        Chain route = Chain.EMPTY;
        if (random.nextBoolean()) {
            handlers++;
            route = chain(new ArrayList<>(List.of(last)), depth + 1);
            handlers--;
        }
        Directive then = switch (random.nextInt(8)) {
            case 0 -> new Directive.Commit();
            case 1 -> new Directive.Rollback();
            case 2, 3 -> new Directive.Break(3, Duration.ofMinutes(15));
            case 4, 5 -> new Directive.Resume(mapping(Map.of("v", drawn())));
            default -> new Directive.Ignore();
        };
        return new Step.Guarded(Chain.of(failing), new Handler(route, then));
    }

    private Step aggregate(List<Integer> before) {
        // In a handler's route, the module that failed is there to be mapped, but has no operation to collect.
        int first = handlers > 0 ? 1 : 0;
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

    private Step router(List<Integer> before, int depth) {
        int id = ++last;
        List<Route> routes = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Optional<Step.Filter> filter =
                    random.nextBoolean() ? Optional.of(filter(id, last + 1, before)) : Optional.empty();
            Chain chain = chain(new ArrayList<>(before), depth + 1);
            boolean fallback = i == count - 1 && random.nextInt(3) == 0;
            routes.add(new Route(filter, chain, fallback, random.nextInt(10) == 0, random.nextInt(4) != 0));
        }
        return new Step.Router(
                id,
                routes,
                random.nextBoolean() ? Optional.of(chain(new ArrayList<>(before), depth + 1)) : Optional.empty());
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
