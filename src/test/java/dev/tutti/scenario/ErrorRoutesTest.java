package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.Directive;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Handler;
import dev.tutti.engine.Plan;
import dev.tutti.engine.Policy;
import dev.tutti.engine.Result;
import dev.tutti.engine.Retry;
import dev.tutti.engine.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What "If this fails…" says on the canvas is what happens in the run. */
class ErrorRoutesTest {

    /**
     * <pre>
     * 1 webhook -> 2 throw -> 3 compose
     *              └! 4 compose -> 5 directive
     * </pre>
     */
    private static Drawing failing(String directive, String values) {
        return new Drawing()
                .webhook(1)
                .fail(2, "DataError", "{{1.why}}")
                .compose(3, "after {{2.value}}")
                .compose(4, "handled {{2.error.message}} {{2.error.type}}")
                .module(5, directive, values)
                .line(1, 2, 3)
                .onError(2, 4)
                .line(4, 5);
    }

    private static final String[] TWO = {"{\"why\":\"one\"}", "{\"why\":\"two\"}"};

    @Test
    void ignoreDropsTheBundleAndGoesOnWithTheNext() {
        assertThat(texts(run(failing("error:ignore", "{}"), TWO)))
                .containsExactly("handled one DataError", "handled two DataError", "SUCCESS");
    }

    @Test
    void aRouteWithoutADirectiveIgnores() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .fail(2, "DataError", "no")
                .compose(3, "after")
                .compose(4, "noted")
                .line(1, 2, 3)
                .onError(2, 4);

        assertThat(texts(run(drawing, TWO))).containsExactly("noted", "noted", "SUCCESS");
    }

    @Test
    void resumePutsItsFieldsInThePlaceOfTheOutput() {
        Drawing drawing = failing("error:resume", "{'fields': [{'name': 'value', 'value': 'instead of {{1.why}}'}]}");

        assertThat(texts(run(drawing, TWO)))
                .containsExactly(
                        "handled one DataError",
                        "after instead of one",
                        "handled two DataError",
                        "after instead of two",
                        "SUCCESS");
        assertThat(texts(run(failing("error:resume", "{'fields': {'value': 'x'}}"), TWO)))
                .contains("after x");
    }

    @Test
    void commitEndsTheRunAsASuccess() {
        assertThat(texts(run(failing("error:commit", "{}"), TWO))).containsExactly("handled one DataError", "SUCCESS");
    }

    @Test
    void rollbackEndsTheRunAsAnError() {
        assertThat(texts(run(failing("error:rollback", "{}"), TWO)))
                .containsExactly("handled one DataError", "ERROR one");
    }

    @Test
    void breakKeepsTheBundleForLaterAndGoesOnWithTheNext() {
        TestRun run = run(failing("error:break", "{'attempts': '5', 'minutes': 2}"), TWO);

        assertThat(texts(run)).containsExactly("handled one DataError", "handled two DataError", "WARNING");
        assertThat(((Result.Ended) run.result).incomplete())
                .extracting(Result.Broken::then)
                .containsOnly(new Directive.Break(5, Duration.ofMinutes(2)));
    }

    @Test
    void breakTriesThreeTimesEveryFifteenMinutesUnlessToldOtherwise() {
        assertThat(directive("error:break", "{}")).isEqualTo(new Directive.Break(3, Duration.ofMinutes(15)));
        assertThat(directive("error:break", "{'retry': false}"))
                .isEqualTo(new Directive.Break(0, Duration.ofMinutes(15)));
    }

    private static Directive directive(String ref, String values) {
        Handler handler = plan(failing(ref, values)).guards().handlers().getFirst();
        return ((Step.Decide) handler.route().steps().getLast()).then();
    }

    @Test
    void withoutARouteTheRunIsKeptOrEndsAsTheSettingsSay() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .compose(2, "x")
                .fail(3, "DataError", "no")
                .line(1, 2, 3);

        assertThat(texts(run(drawing, "{}"))).containsExactly("x", "INCOMPLETE no");
        assertThat(texts(run(drawing.setting("incompletes", "false"), "{}"))).containsExactly("x", "ERROR no");
    }

    @Test
    void theFirstRouteWhoseErrorsAndFilterFitHandles() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .module(2, "error:throw", "{'type': '{{1.type}}', 'message': '{{1.why}}'}")
                .compose(3, "limit")
                .compose(4, "gone")
                .compose(5, "other")
                .line(1, 2)
                .onError(2, 3, "RateLimitError", "ConnectionError")
                .onError(2, 4)
                .only("{{2.error.message}}", "text:contain", "gone")
                .onError(2, 5);

        assertThat(texts(run(
                        drawing,
                        "{\"type\":\"RateLimitError\",\"why\":\"gone\"}",
                        "{\"type\":\"DataError\",\"why\":\"it is gone\"}",
                        "{\"type\":\"DataError\",\"why\":\"bad\"}")))
                .containsExactly("limit", "gone", "other", "SUCCESS");
    }

    @Test
    void aModulesOwnRouteComesBeforeItsGroupsAndThatBeforeTheScenarios() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .router(2)
                .fail(3, "DataError", "three")
                .fail(4, "DataError", "four")
                .fail(5, "DataError", "five")
                .compose(6, "own {{error.message}}")
                .compose(7, "group {{error.module}} {{error.message}}")
                .compose(8, "scenario {{error.moduleName}} {{error.type}}")
                .line(1, 2, 3)
                .line(2, 4)
                .line(2, 5)
                .onError(3, 6)
                .group("g", 7, 3, 4)
                .setting("handler", "8");

        assertThat(texts(run(drawing, "{}")))
                .containsExactly("own three", "group 4 four", "scenario Fail with an error DataError", "SUCCESS");
    }

    @Test
    void aGroupInsideAnotherIsAskedFirst() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .router(2)
                .fail(3, "DataError", "three")
                .fail(4, "DataError", "four")
                .compose(5, "outer {{error.message}}")
                .compose(6, "inner {{error.message}}")
                .line(1, 2, 3)
                .line(2, 4)
                .group("outer", 5, 3, 4)
                .group("inner", 6, 3);

        assertThat(texts(run(drawing, "{}"))).containsExactly("inner three", "outer four", "SUCCESS");
    }

    @Test
    void whatNoOwnRouteIsForGoesToTheGroup() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .fail(2, "DataError", "no")
                .compose(3, "limit")
                .compose(4, "group")
                .line(1, 2)
                .onError(2, 3, "RateLimitError")
                .group("g", 4, 2);

        assertThat(texts(run(drawing, "{}"))).containsExactly("group", "SUCCESS");
    }

    @Test
    void severalModulesMayShareARoute() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .router(2)
                .fail(3, "DataError", "three")
                .fail(4, "DataError", "four")
                .compose(5, "{{error.module}}")
                .module(6, "error:ignore")
                .line(1, 2, 3)
                .line(2, 4)
                .onError(3, 5)
                .onError(4, 5)
                .line(5, 6);

        assertThat(plan(drawing).guards().handlers()).hasSize(1);
        assertThat(texts(run(drawing, "{}"))).containsExactly("3", "4", "SUCCESS");
    }

    @Test
    void aRouteMayHoldFiltersRoutersAndJoins() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .fail(2, "DataError", "{{1.why}}")
                .router(3)
                .compose(4, "a")
                .compose(5, "b")
                .compose(6, "met")
                .module(7, "error:resume", "{'fields': {'value': 'back'}}")
                .compose(8, "after {{2.value}}")
                .line(1, 2, 8)
                .onError(2, 3)
                .link(3, 4)
                .only("{{2.error.message}}", "text:equal", "a")
                .link(3, 5)
                .only("{{2.error.message}}", "text:equal", "b")
                .line(4, 6)
                .line(5, 6, 7);

        assertThat(texts(run(drawing, "{\"why\":\"a\"}", "{\"why\":\"b\"}", "{\"why\":\"c\"}")))
                .containsExactly("a", "met", "after back", "b", "met", "after back", "SUCCESS");
    }

    @Test
    void aRouteThatIsOffHandlesNothing() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .compose(2, "x")
                .fail(3, "DataError", "no")
                .compose(4, "never")
                .line(1, 2, 3)
                .setting("incompletes", "false");
        Link off =
                new Link(3, 4, 1, java.util.Optional.empty(), java.util.Optional.empty(), false, true, true, List.of());
        Blueprint done = drawing.done();
        Blueprint blueprint = done.withLinks(Editing.with(done.links(), off));

        assertThat(texts(TestRun.of(blueprint, "{}"))).containsExactly("x", "ERROR no");
    }

    @Test
    void aDisabledDirectiveIsAsIfItWereNotThere() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .fail(2, "DataError", "no")
                .module(3, "error:rollback")
                .disabled()
                .line(1, 2)
                .onError(2, 3);

        assertThat(run(drawing, "{}").calls).endsWith("SUCCESS");
    }

    @Test
    void aModuleIsTriedAgainAsItsRuleSays() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .compose(2, "a")
                .retry(3, 10, true)
                .compose(3, "b")
                .retry(1, 0, false, "DataError")
                .compose(4, "c")
                .line(1, 2, 3, 4);

        assertThat(plan(drawing).chain().steps())
                .extracting(step -> ((Step.Call) step).retry())
                .containsExactly(
                        java.util.Optional.of(new Retry(3, Duration.ofSeconds(10), true, Retry.PASSING)),
                        java.util.Optional.of(new Retry(1, Duration.ZERO, false, Set.of(Failure.Kind.DATA))),
                        java.util.Optional.empty());
    }

    @Test
    void theSettingsBecomeThePolicyOfThePlan() {
        Drawing drawing = new Drawing().webhook(1).compose(2, "x").line(1, 2);

        assertThat(plan(drawing).policy()).isEqualTo(new Policy(true, false, true, true, 1));
        assertThat(plan(drawing.setting("incompletes", "false")
                                .setting("dataLoss", "true")
                                .setting("autoCommit", "false")
                                .setting("commitTriggerLast", "false")
                                .setting("cycles", "5"))
                        .policy())
                .isEqualTo(new Policy(false, true, false, false, 5));
    }

    @Test
    void handlersKnowTheNamesOfModules() {
        Plan plan = plan(failing("error:ignore", "{}"));

        assertThat(Map.of(2, plan.name(2), 3, plan.name(3)))
                .isEqualTo(Map.of(2, "Fail with an error", 3, "Compose text"));
    }

    static TestRun run(Drawing drawing, String... bundles) {
        assertThat(TestCatalogue.checks().check(drawing.done()).stream().filter(Problem::isError))
                .isEmpty();
        return TestRun.of(drawing.done(), bundles);
    }

    static Plan plan(Drawing drawing) {
        return new PlanCompiler(TestCatalogue.CATALOGUE).compile(drawing.done());
    }

    /** What was composed, and how the run ended. */
    static List<String> texts(TestRun run) {
        return run.calls.stream()
                .filter(call -> !call.startsWith("error:throw"))
                .map(call -> call.replaceAll("^text \\{\"text\":\"?(.*?)\"?}$", "$1"))
                .toList();
    }
}
