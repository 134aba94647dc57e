package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class PlanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the same number twice | {call: 1, module: echo}, {call: 1, module: echo} | is there twice",
                "number 0 | {call: 0, module: echo} | not between 1 and 99999",
                "a number beyond all arrays | {call: 2000000000, module: echo} | not between 1 and 99999",
                "a source that is not there | {aggregate: 2, source: 1, array: {}} | does not come after its source",
                "a source behind it | {aggregate: 2, source: 3, array: {}}, {call: 3, module: echo} | does not come after",
                "a source shut in by another | {call: 1, module: echo}, {call: 2, module: echo}, "
                        + "{aggregate: 3, source: 1, array: {}}, {aggregate: 4, source: 2, array: {}} | does not come after",
                "a source on one route only | {router: 1, routes: [{chain: [{call: 2, module: echo}]}], "
                        + "join: [{aggregate: 3, source: 2, array: {}}]} | does not come after its source",
                "a source outside the handler | {call: 1, module: echo}, {guard: [{call: 2, module: echo}], "
                        + "route: [{aggregate: 3, source: 1, array: {}}]} | does not come after its source",
                "steps after a router | {router: 1, routes: []}, {call: 2, module: echo} | belong into its join",
                "two fallbacks | {router: 1, routes: [{fallback: true}, {fallback: true}]} | more than one fallback",
                "a directive on the way | {decide: 1, then: ignore} | is in no handler's route",
                "steps after a directive | {guard: [{call: 1, module: echo}], route: [{decide: 2, then: ignore}, "
                        + "{call: 3, module: echo}]} | Nothing comes after directive 2",
                "a number once more in a handler | {guard: [{call: 1, module: echo}], route: [{call: 1, module: echo}]} "
                        + "| is there twice",
                "no place for an item | {iterate: 1, array: [], atOnce: 0} | at least one item",
            })
    void refusesWhatCannotRun(String what, String chain, String why) {
        Map<String, ?> plan = new Yaml().load("chain: [" + chain + "]");
        assertThatThrownBy(() -> Plans.read(plan))
                .as(what)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void acceptsSeveralWaysIntoOneRouteOfHandlers() {
        Chain route = Chain.of(new Step.Decide(9, new Directive.Ignore()));
        Handler data = new Handler(Set.of(Failure.Kind.DATA), Optional.empty(), route);
        Handler others = new Handler(Set.of(Failure.Kind.RATE_LIMIT), Optional.empty(), route);
        assertThatCode(() -> plan(List.of(data, others))).doesNotThrowAnyException();
        assertThatThrownBy(() -> plan(List.of(data, new Handler(new Chain(route.steps())))))
                .hasMessageContaining("9 is there twice");
    }

    private static Plan plan(List<Handler> handlers) {
        return new Plan(
                OptionalInt.of(1),
                Chain.EMPTY,
                Limits.DEFAULT,
                ZoneOffset.UTC,
                Locale.ENGLISH,
                Policy.PLAIN,
                new Guards(handlers, List.of()),
                Map.of());
    }

    @Test
    void acceptsASourceBeforeARouterOrInsideAGuard() {
        Map<String, ?> plan = new Yaml().load("""
                        trigger: 1
                        chain:
                          - {guard: [{call: 2, module: echo}]}
                          - router: 3
                            routes: [{chain: [{aggregate: 4, source: 2, array: {}}]}]
                            join: [{aggregate: 5, source: 1, array: {}}]
                        """);
        assertThatCode(() -> Plans.read(plan)).doesNotThrowAnyException();
    }
}
