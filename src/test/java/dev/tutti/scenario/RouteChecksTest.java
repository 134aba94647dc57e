package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said about routes for failures, groups, branches, inputs and calls of scenarios. */
class RouteChecksTest {

    private static List<String> codes(Drawing drawing) {
        return ChecksTest.codes(TestCatalogue.checks(), drawing.done());
    }

    private static Drawing guarded() {
        return new Drawing().webhook(1).compose(2, "x").compose(3, "y").line(1, 2, 3);
    }

    @Test
    void aDirectiveEndsAnErrorRoute() {
        assertThat(codes(guarded().module(4, "error:ignore").onError(2, 4))).isEmpty();
        assertThat(codes(new Drawing().webhook(1).module(2, "error:commit").line(1, 2)))
                .containsExactly("ERROR directive-in-flow @2");
        assertThat(codes(guarded()
                        .module(4, "error:ignore")
                        .compose(5, "late")
                        .onError(2, 4)
                        .line(4, 5)))
                .containsExactly("ERROR directive-not-last @4");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "error:commit")
                        .disabled()
                        .line(1, 2)))
                .isEmpty();
    }

    @Test
    void onlyWhatCanFailHasARouteForFailures() {
        assertThat(codes(guarded().module(4, "error:ignore").onError(1, 4)))
                .containsExactly("ERROR handler-on-trigger 1-4");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .router(2)
                        .compose(3, "x")
                        .line(1, 2, 3)
                        .module(4, "error:ignore")
                        .onError(2, 4)))
                .containsExactly("ERROR handler-on-router 2-4");
        assertThat(codes(guarded()
                        .module(4, "error:ignore")
                        .module(5, "error:ignore")
                        .onError(2, 4)
                        .onError(4, 5)))
                .contains("ERROR handler-on-router 4-5");
    }

    @Test
    void aRouteForFailuresHasNoneItself() {
        assertThat(codes(guarded()
                        .compose(4, "note")
                        .compose(5, "x")
                        .onError(2, 4)
                        .onError(4, 5)))
                .containsExactly("ERROR handler-in-handler 4-5", "INFO loose @5");
    }

    @Test
    void aRouteForFailuresStaysApartFromTheFlow() {
        assertThat(codes(guarded().onError(2, 3))).containsExactly("ERROR handler-in-flow @3");
        assertThat(codes(guarded().compose(4, "note").onError(2, 4).line(4, 3))).contains("ERROR route-joins-flow @4");
        assertThat(codes(guarded().compose(4, "note").onError(3, 4).line(4, 2))).contains("ERROR route-joins-flow @4");
    }

    @Test
    void twoRoutesForFailuresDoNotMeetUnlessTheyBeginTogether() {
        assertThat(codes(guarded()
                        .compose(4, "a")
                        .compose(5, "b")
                        .compose(6, "both")
                        .onError(2, 4)
                        .onError(3, 5)
                        .line(4, 6)
                        .line(5, 6)))
                .contains("ERROR routes-meet @6");
        assertThat(codes(guarded().compose(4, "both").onError(2, 4).onError(3, 4)))
                .isEmpty();
        assertThat(codes(guarded().compose(4, "both").onError(2, 4, "DataError").onError(3, 4)))
                .containsExactly("ERROR route-shared @4");
    }

    @Test
    void aRouteBehindOneThatTakesEverythingIsNeverTaken() {
        Drawing everythingFirst =
                guarded().compose(4, "all").compose(5, "some").onError(2, 4).onError(2, 5, "DataError");
        assertThat(codes(everythingFirst)).containsExactly("WARNING error-route-unreachable 2-5");

        Drawing someFirst = guarded()
                .compose(4, "all")
                .compose(5, "some")
                .onError(2, 5, "DataError")
                .onError(2, 4);
        assertThat(codes(someFirst)).isEmpty();

        Drawing sameTwice = guarded()
                .compose(4, "a")
                .compose(5, "b")
                .onError(2, 4, "DataError", "RateLimitError")
                .onError(2, 5, "RateLimitError");
        assertThat(codes(sameTwice)).containsExactly("WARNING error-route-unreachable 2-5");

        Drawing filtered = guarded()
                .compose(4, "a")
                .compose(5, "b")
                .onError(2, 4)
                .only("{{2.error.message}}", "text:contain", "x")
                .onError(2, 5);
        assertThat(codes(filtered)).isEmpty();
    }

    @Test
    void errorsAreReadInTheRouteOfTheModuleTheyBelongTo() {
        assertThat(codes(guarded()
                        .compose(
                                4,
                                "{{2.error.message}} {{2.error.type}} {{2.error.detail}} {{error.moduleName}} {{1.a}}")
                        .onError(2, 4)))
                .isEmpty();
        assertThat(codes(guarded().compose(4, "{{3.error.message}}").onError(2, 4)))
                .containsExactly("WARNING error-outside-route @4 text");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "{{1.error.message}}{{error.message}}")
                        .line(1, 2)))
                .containsExactly("ERROR error-outside-routes @2 text", "WARNING error-outside-route @2 text");
    }

    @Test
    void theModuleThatFailedReturnsNothing() {
        assertThat(codes(guarded().compose(4, "{{2.value}}").onError(2, 4)))
                .containsExactly("WARNING failed-reference @4 text");
        // In the route of a group another module may have failed.
        assertThat(codes(guarded().compose(4, "{{2.value}}").group("g", 4, 2, 3)))
                .isEmpty();
    }

    @Test
    void aRouteForFailuresSeesWhatLiesBeforeItsModuleAndNotBesideIt() {
        assertThat(codes(guarded().compose(4, "{{1.a}}{{3.value}}").onError(2, 4)))
                .containsExactly("ERROR missing-reference @4 text");
        assertThat(codes(guarded().compose(4, "{{1.a}}{{2.value}}").onError(3, 4)))
                .isEmpty();
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .router(2)
                        .compose(3, "a")
                        .compose(4, "b")
                        .compose(5, "{{3.value}}")
                        .line(1, 2, 3)
                        .line(2, 4)
                        .onError(4, 5)))
                .containsExactly("ERROR missing-reference @5 text");
        assertThat(codes(guarded()
                        .compose(4, "first")
                        .compose(5, "second {{4.value}}")
                        .onError(2, 4, "DataError")
                        .onError(2, 5)))
                .containsExactly("ERROR missing-reference @5 text");
    }

    @Test
    void theFlowDoesNotSeeWhatRoutesForFailuresReturn() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "x")
                        .compose(3, "{{4.value}}")
                        .compose(4, "note")
                        .line(1, 2, 3)
                        .onError(2, 4)))
                .containsExactly("ERROR missing-reference @3 text");
    }

    @Test
    void anAggregatorOfARouteForFailuresHasItsSourceThere() {
        assertThat(codes(guarded()
                        .module(4, "flow:iterator", "{'array': '{{1.list}}'}")
                        .module(5, "text:aggregator", "{'source': 4, 'text': '{{4.value}}'}")
                        .onError(2, 4)
                        .line(4, 5)))
                .isEmpty();
        assertThat(codes(guarded()
                        .module(4, "text:aggregator", "{'source': 1, 'text': 'x'}")
                        .onError(2, 4)))
                .containsExactly("ERROR source-not-before @4 source");
    }

    @Test
    void groupsThatHandleFailuresLieInEachOtherOrApart() {
        Drawing nested =
                guarded().compose(4, "a").compose(5, "b").group("o", 4, 2, 3).group("i", 5, 3);
        assertThat(codes(nested)).isEmpty();

        Drawing crossing = new Drawing()
                .webhook(1)
                .compose(2, "x")
                .compose(3, "y")
                .compose(4, "z")
                .line(1, 2, 3, 4)
                .compose(5, "a")
                .compose(6, "b")
                .group("one", 5, 2, 3)
                .group("two", 6, 3, 4);
        assertThat(codes(crossing)).containsExactly("ERROR group-overlap @3");

        Drawing frames = guarded().group("one", 0, 2, 3).group("two", 0, 1, 2);
        assertThat(codes(frames)).isEmpty();
    }

    @Test
    void aGroupDoesNotHoldItsOwnHandler() {
        assertThat(codes(guarded().compose(4, "a").group("g", 4, 2, 4))).contains("ERROR group-holds-handler @2");
    }

    @Test
    void theHandlerOfTheScenarioIsARouteLikeAnyOther() {
        assertThat(codes(guarded().compose(4, "{{error.message}} {{2.value}}").setting("handler", "4")))
                .isEmpty();
        assertThat(codes(guarded().setting("handler", "3"))).containsExactly("ERROR handler-in-flow @3");
    }

    @Test
    void tryingAgainMakesSenseOnlyWhereSomethingIsCalled() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "x")
                        .retry(3, 10, true)
                        .line(1, 2)))
                .isEmpty();
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .retry(1, 1, false)
                        .router(2)
                        .retry(1, 1, false)
                        .line(1, 2)))
                .containsExactly("WARNING retry-useless @1", "WARNING retry-useless @2");
    }

    @Test
    void keepingForLaterNeedsIncompleteRuns() {
        Drawing drawing = guarded().module(4, "error:break").onError(2, 4);
        assertThat(codes(drawing)).isEmpty();
        assertThat(codes(drawing.setting("incompletes", "false")))
                .containsExactly("WARNING break-without-incompletes @4");
    }

    @Test
    void aMergeStandsWhereTheBranchesOfAnIfElseMeet() {
        assertThat(codes(new Drawing().webhook(1).module(2, "flow:merge").line(1, 2)))
                .containsExactly("ERROR merge-not-at-meeting @2");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .router(2)
                        .compose(3, "a")
                        .compose(4, "b")
                        .module(5, "flow:merge")
                        .line(1, 2, 3, 5)
                        .line(2, 4, 5)))
                .containsExactly("ERROR merge-not-at-meeting @5");
    }

    @Test
    void aMergeHasAValueForEachBranch() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "flow:ifElse")
                        .compose(3, "a")
                        .compose(4, "b")
                        .module(5, "flow:merge", "{'outputs': [{'name': 'x', 'values': ['1']}]}")
                        .line(1, 2)
                        .link(2, 3)
                        .only("{{1.a}}", "exist", "")
                        .link(2, 4)
                        .fallback()
                        .line(3, 5)
                        .line(4, 5)))
                .containsExactly("WARNING merge-values @5 outputs[0].values");
    }

    @Test
    void aBranchHasAConditionOrIsTheLastResort() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "flow:ifElse")
                        .compose(3, "a")
                        .compose(4, "b")
                        .line(1, 2)
                        .link(2, 3)
                        .link(2, 4)
                        .fallback()))
                .containsExactly("WARNING branch-without-condition 2-3");
    }

    @Test
    void aNumberThatAModuleReturnsIsNotComparedAsText() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .module(2, "tools:increment")
                .compose(3, "x")
                .line(1, 2)
                .link(2, 3)
                .only("{{2.i}}", "text:equal", "{{1.n}}");
        assertThat(codes(drawing)).containsExactly("WARNING number-as-text 2-3 filter[0][0].o");
    }

    @Test
    void inputsAndVariablesExist() {
        Drawing drawing = new Drawing()
                .compose(1, "{{var.input.customer}} {{var.workspace.euro}}")
                .setting("inputs", "[{'name': 'customer', 'type': 'text', 'required': true}]");
        assertThat(codes(drawing)).containsExactly("INFO starts-by-hand");
        assertThat(codes(drawing.compose(2, "{{var.input.costumer}} {{var.workspace.pound}} {{var.scenario.name}}")
                        .line(1, 2)))
                .contains("WARNING unknown-input @2 text", "WARNING unknown-variable @2 text")
                .hasSize(3);
    }

    @Test
    void whatStartsByItselfHasNoRequiredInputs() {
        String required = "[{'name': 'customer', 'type': 'text', 'required': true}]";
        assertThat(codes(guarded().setting("inputs", required))).containsExactly("ERROR required-input-unattended");
        assertThat(codes(guarded().setting("inputs", "[{'name': 'customer', 'required': true, 'default': 'nobody'}]")))
                .isEmpty();
        assertThat(codes(new Drawing()
                        .module(1, "scenario:start")
                        .compose(2, "{{1.customer}}")
                        .line(1, 2)
                        .setting("inputs", required)))
                .isEmpty();
    }

    @Test
    void whatIsReturnedIsDeclared() {
        Drawing drawing = new Drawing()
                .module(1, "scenario:start")
                .module(2, "scenario:return", "{'outputs': {'totol': 1}}")
                .line(1, 2);
        assertThat(codes(drawing)).isEmpty();
        assertThat(codes(drawing.setting("outputs", "[{'name': 'total', 'type': 'number', 'required': true}]")))
                .containsExactly("WARNING undeclared-output @2 outputs.totol", "WARNING missing-output @2 outputs");
    }

    @Test
    void aCalledScenarioIsThereAndGetsWhatItNeeds() {
        Checks checks = TestCatalogue.checks(id -> switch (id) {
            case "5" -> Optional.of(new Callee(true, asks(), List.of()));
            case "6" -> Optional.of(new Callee(false, List.of(), List.of()));
            default -> Optional.empty();
        });

        assertThat(ChecksTest.codes(checks, calling("{'scenario': '5', 'inputs': {'customer': '{{1.name}}'}}")))
                .isEmpty();
        assertThat(ChecksTest.codes(checks, calling("{'scenario': '5', 'inputs': '{{1.all}}'}")))
                .isEmpty();
        assertThat(ChecksTest.codes(checks, calling("{'scenario': '5', 'inputs': {'name': 'x'}}")))
                .containsExactly(
                        "ERROR missing-input @2 inputs.customer", "WARNING input-not-asked-for @2 inputs.name");
        assertThat(ChecksTest.codes(checks, calling("{'scenario': '6'}")))
                .containsExactly("WARNING scenario-not-live @2 scenario");
        assertThat(ChecksTest.codes(checks, calling("{'scenario': '7'}")))
                .containsExactly("ERROR unknown-scenario @2 scenario");
        assertThat(ChecksTest.codes(checks, calling("{}"))).containsExactly("ERROR missing-field @2 scenario");
    }

    private static Blueprint calling(String values) {
        return new Drawing()
                .webhook(1)
                .module(2, "scenario:call", values)
                .line(1, 2)
                .done();
    }

    private static List<Parameter> asks() {
        return List.of(
                Parameter.of("customer", Parameter.Type.TEXT, true), Parameter.of("size", Parameter.Type.TEXT, false));
    }
}
