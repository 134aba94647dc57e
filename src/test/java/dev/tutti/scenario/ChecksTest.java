package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private final Checks checks = TestCatalogue.checks();

    @Test
    void aWebhookThatRepliesHasNoProblems() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "webhook:reply", "{'body': 'Hello {{1.name}}'}")
                        .line(1, 2)))
                .isEmpty();
    }

    @Test
    void anEmptyScenarioCannotRun() {
        assertThat(codes(new Drawing())).containsExactly("ERROR empty");
    }

    @Test
    void withoutATriggerItStartsByHandUnlessItHasASchedule() {
        Drawing drawing = new Drawing().compose(1, "x");
        assertThat(codes(drawing)).containsExactly("INFO starts-by-hand @1".replace(" @1", ""));

        Settings scheduled = (Settings) ((SettingsReader.Changed) SettingsReader.changed(
                        Settings.DEFAULT,
                        "schedule",
                        Optional.of(Drawing.fields("{\"kind\": \"interval\", \"minutes\": 5}"))))
                .settings();
        Blueprint blueprint = drawing.done().withSettings(scheduled);
        assertThat(checks.check(blueprint)).isEmpty();
        assertThat(Start.of(TestCatalogue.CATALOGUE.flow(blueprint), TestCatalogue.CATALOGUE))
                .isInstanceOf(StartsBy.Schedule.class);
    }

    @Test
    void aTriggerStandsFirstAndAlone() {
        assertThat(codes(new Drawing().compose(1, "x").webhook(2).line(1, 2))).contains("ERROR trigger-not-first @2");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "x")
                        .line(1, 2)
                        .module(3, "schedule:clock", "{'schedule': {'kind': 'daily', 'time': '09:00'}}")))
                .contains("ERROR several-triggers @3");
    }

    @Test
    void whatIsNotConnectedIsOnlyMentioned() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "{{1.a}}")
                        .line(1, 2)
                        .compose(3, "{{9.gone}}")
                        .module(4, "http:request")))
                .containsExactly("WARNING missing-field @4 url", "INFO loose @3", "INFO loose @4");
    }

    @Test
    void aLoopIsFound() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "x")
                        .compose(3, "x")
                        .compose(4, "x")
                        .line(1, 2, 3, 4, 2)))
                .contains("ERROR cycle @2");
        assertThat(codes(new Drawing().compose(1, "a").compose(2, "b").line(1, 2, 1)))
                .contains("ERROR cycle @1");
    }

    @Test
    void onlyARouterSplitsTheWay() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "x")
                        .compose(3, "x")
                        .line(1, 2)
                        .line(1, 3)))
                .containsExactly("ERROR two-ways @1");
    }

    @Test
    void aRouterHasOneFallback() {
        Drawing drawing = new Drawing().webhook(1).router(2).compose(3, "x").compose(4, "x");
        assertThat(codes(drawing.line(1, 2).link(2, 3).fallback().link(2, 4).fallback()))
                .containsExactly("ERROR several-fallbacks @2");
        assertThat(codes(new Drawing().webhook(1).compose(2, "x").link(1, 2).fallback()))
                .containsExactly("WARNING fallback-without-router 1-2");
    }

    @Test
    void routesMayMeetAgain() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .router(2)
                        .compose(3, "x")
                        .compose(4, "x")
                        .compose(5, "{{1.a}} {{3.value}}{{4.value}}")
                        .line(1, 2, 3, 5)
                        .line(2, 4, 5)))
                .isEmpty();
    }

    @Test
    void aRouteMayEndOnItsOwnWhileTheOthersMeet() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .router(2)
                        .compose(3, "x")
                        .compose(4, "x")
                        .compose(5, "x")
                        .compose(6, "x")
                        .line(1, 2, 3, 5)
                        .line(2, 4, 5)
                        .line(2, 6)))
                .isEmpty();
    }

    @Test
    void meetingsThatCrossAreRefused() {
        Drawing crossing = new Drawing()
                .webhook(1)
                .router(2)
                .router(3)
                .router(4)
                .compose(5, "x")
                .compose(6, "x")
                .line(1, 2, 3, 5)
                .line(3, 6)
                .line(2, 4, 5)
                .line(4, 6);

        assertThat(codes(crossing)).containsExactly("ERROR join-does-not-nest @6");
    }

    @Test
    void whatARequiredFieldLacksIsNamed() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "http:request")
                        .module(3, "tools:setVariables", "{'variables': [{'name': 'a'}, {'value': 'b'}]}")
                        .module(4, "flow:iterator", "{'array': '  '}")
                        .line(1, 2, 3, 4)))
                .containsExactly(
                        "ERROR missing-field @2 url",
                        "ERROR missing-field @3 variables[1].name",
                        "ERROR missing-field @4 array");
    }

    @Test
    void aChoiceThatIsNoneIsDoubtful() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "http:request", "{'url': 'https://x.test', 'method': 'FETCH'}")
                        .line(1, 2)))
                .containsExactly("WARNING unknown-option @2 method");
    }

    @Test
    void whatDoesNotExistHereCannotRunUnlessDisabled() {
        Drawing unknown = new Drawing().webhook(1).module(2, "shop:order").line(1, 2);
        assertThat(codes(unknown)).containsExactly("ERROR unknown-module @2");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "inert:google-sheets:addRow")
                        .line(1, 2)))
                .containsExactly("ERROR inert @2");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "inert:google-sheets:addRow")
                        .disabled()
                        .line(1, 2)))
                .isEmpty();
    }

    @Test
    void aModuleThatNeedsAConnectionMustHaveOneThatExists() {
        String mail = "{'to': ['a@b.test'], 'subject': 's', 'text': 't'}";
        assertThat(codes(new Drawing().webhook(1).module(2, "email:send", mail).line(1, 2)))
                .containsExactly("ERROR missing-connection @2 connection");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "email:send", mail)
                        .connection("5")
                        .line(1, 2)))
                .containsExactly("ERROR unknown-connection @2 connection");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "email:send", mail)
                        .connection("x'--")
                        .line(1, 2)))
                .containsExactly("ERROR unknown-connection @2 connection");
    }

    @Test
    void anExpressionThatCannotBeReadIsShownAtItsPlace() {
        List<Problem> problems = checks.check(new Drawing()
                .webhook(1)
                .compose(2, "Dear {{upper(1.name}}!")
                .line(1, 2)
                .done());

        assertThat(problems).hasSize(1);
        Problem problem = problems.getFirst();
        assertThat(problem.code()).isEqualTo("expression");
        assertThat(problem.isError()).isTrue();
        assertThat(problem.module()).isEqualTo(OptionalInt.of(2));
        assertThat(problem.field()).contains("text");
        assertThat(problem.from().getAsInt()).isBetween(5, 20);
        assertThat(problem.said().in(Locale.FRENCH)).isNotBlank();
    }

    @Test
    void anUnknownFunctionIsShown() {
        assertThat(codes(new Drawing().webhook(1).compose(2, "{{toJSON(1)}}").line(1, 2)))
                .containsExactly("ERROR expression @2 text");
    }

    @Test
    void referencesLeadToModulesBefore() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .router(2)
                .compose(3, "{{4.value}}")
                .compose(4, "{{1.a}}{{9.b}}")
                .compose(5, "{{5.value}}{{6.value}}")
                .compose(6, "x")
                .line(1, 2, 3)
                .line(2, 4, 5, 6);

        assertThat(codes(drawing))
                .containsExactly(
                        "ERROR missing-reference @3 text",
                        "ERROR missing-reference @4 text",
                        "ERROR missing-reference @5 text",
                        "ERROR missing-reference @5 text");
        Problem gone = checks.check(drawing.done()).get(1);
        assertThat(gone.from()).isEqualTo(OptionalInt.of(9));
        assertThat(gone.to()).isEqualTo(OptionalInt.of(12));
    }

    @Test
    void whatAnAggregatorHasClosedIsOutOfReach() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .module(2, "flow:iterator", "{'array': '{{1.lines}}'}")
                .compose(3, "{{2.name}}")
                .module(4, "text:aggregator", "{'source': 2, 'text': '{{3.value}} {{2.name}} {{1.a}}'}")
                .compose(5, "{{4.text}} {{1.a}} {{2.name}} {{3.value}}")
                .line(1, 2, 3, 4, 5);

        assertThat(codes(drawing)).containsExactly("ERROR closed-reference @5 text", "ERROR closed-reference @5 text");
    }

    @Test
    void anAggregatorCollectsFromWhatAlwaysLiesBeforeIt() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .module(2, "text:aggregator", "{'text': 'x'}")
                        .module(3, "text:aggregator", "{'source': 4, 'text': 'x'}")
                        .compose(4, "x")
                        .line(1, 2, 3, 4)))
                .contains("ERROR missing-field @2 source", "ERROR source-not-before @3 source");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .router(2)
                        .compose(3, "x")
                        .compose(4, "x")
                        .module(5, "text:aggregator", "{'source': 3, 'text': 'x'}")
                        .line(1, 2, 3, 5)
                        .line(2, 4, 5)))
                .containsExactly("ERROR source-not-before @5 source");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .router(2)
                        .module(3, "text:aggregator", "{'source': 2, 'text': 'x'}")
                        .line(1, 2, 3)))
                .containsExactly("ERROR source-not-before @3 source");
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "x")
                        .module(3, "text:aggregator", "{'source': 1, 'text': 'x'}")
                        .module(4, "text:aggregator", "{'source': 2, 'text': 'x'}")
                        .line(1, 2, 3, 4)))
                .containsExactly("ERROR source-not-before @4 source");
    }

    @Test
    void filtersAreReadToo() {
        Drawing drawing =
                new Drawing().webhook(1).compose(2, "x").compose(3, "x").compose(4, "x");
        assertThat(codes(drawing.link(1, 2)
                        .only("{{1.total}}", "number:bigger", "500")
                        .link(2, 3)
                        .only("", "exist", "")
                        .link(3, 4)
                        .only("{{4.value}}", "text:equal", "{{upper(}}")))
                .contains(
                        "ERROR unknown-operator 1-2 filter[0][0].o",
                        "ERROR empty-operand 2-3 filter[0][0].a",
                        "ERROR missing-reference 3-4 filter[0][0].a",
                        "ERROR expression 3-4 filter[0][0].b");
    }

    @Test
    void aNumberComparedAsTextIsMentioned() {
        assertThat(codes(new Drawing().webhook(1).compose(2, "x").link(1, 2).only("{{1.total}}", "text:equal", "500")))
                .containsExactly("WARNING text-or-number 1-2 filter[0][0].o");
    }

    @Test
    void aDisabledModuleGivesNothing() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "x")
                        .disabled()
                        .compose(3, "{{2.value}}")
                        .line(1, 2, 3)))
                .containsExactly("WARNING disabled-reference @3 text");
    }

    @Test
    void anItemThatAModuleDoesNotReturnIsDoubtful() {
        assertThat(codes(new Drawing()
                        .webhook(1)
                        .compose(2, "x")
                        .compose(3, "{{2.valeu}}{{2.__IMTINDEX__}}")
                        .line(1, 2, 3)))
                .containsExactly("WARNING unknown-output @3 text");
    }

    @Test
    void everyProblemHasWordsInBothLanguages() {
        var english = java.util.ResourceBundle.getBundle("i18n.scenario.messages", Locale.ENGLISH);
        for (String code : List.of(
                "empty",
                "loose",
                "trigger-not-first",
                "several-triggers",
                "starts-by-hand",
                "cycle",
                "two-ways",
                "several-fallbacks",
                "join-does-not-nest",
                "too-many-levels",
                "inert",
                "unknown-module",
                "unknown-version",
                "missing-connection",
                "unknown-connection",
                "unfit-connection",
                "missing-field",
                "unknown-option",
                "source-not-before",
                "missing-reference",
                "reference-not-before",
                "closed-reference",
                "disabled-reference",
                "unknown-output",
                "fallback-without-router",
                "unknown-operator",
                "empty-operand",
                "empty-right-operand",
                "text-or-number",
                "directive-in-flow",
                "directive-not-last",
                "handler-on-trigger",
                "handler-on-router",
                "handler-in-handler",
                "handler-in-flow",
                "route-joins-flow",
                "route-shared",
                "routes-meet",
                "error-route-unreachable",
                "group-overlap",
                "group-holds-handler",
                "retry-useless",
                "break-without-incompletes",
                "merge-not-at-meeting",
                "merge-values",
                "branch-without-condition",
                "error-outside-route",
                "error-outside-routes",
                "failed-reference",
                "unknown-input",
                "unknown-variable",
                "required-input-unattended",
                "unknown-scenario",
                "scenario-not-live",
                "missing-input",
                "input-not-asked-for",
                "undeclared-output",
                "missing-output",
                "number-as-text")) {
            assertThat(english.containsKey("scenario.problem." + code)).as(code).isTrue();
            assertThat(english.containsKey("scenario.problem." + code + ".advice"))
                    .as(code)
                    .isTrue();
        }
    }

    @Test
    void twoThousandModulesAreCheckedWithinASecond() {
        Drawing drawing = new Drawing().webhook(1);
        for (int no = 2; no <= 2_000; no++) {
            drawing.compose(no, "{{1.a}} {{" + (no - 1) + ".value}} " + no).link(no - 1, no);
        }
        Blueprint blueprint = drawing.done();
        checks.check(blueprint);
        long begin = System.nanoTime();
        assertThat(checks.check(blueprint).stream().filter(Problem::isError)).isEmpty();
        assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
    }

    @Test
    void thousandsOfRoutesForFailuresAreCheckedWithinASecond() {
        Drawing drawing = new Drawing().webhook(1);
        for (int no = 2; no <= 1_000; no++) {
            drawing.compose(no, "{{1.a}}").link(no - 1, no);
        }
        drawing.compose(1_001, "{{error.message}}").setting("handler", "1001");
        for (int no = 1_002; no < 2_000; no++) {
            drawing.compose(no, "{{1.a}}{{" + (no - 1_000) + ".error.message}}")
                    .onError(no - 1_000, no)
                    .onError(no - 1_000, 1_001)
                    .group("g" + no, 1_001, 2, no - 1_000);
        }
        Blueprint blueprint = drawing.done();
        checks.check(blueprint);
        long begin = System.nanoTime();
        assertThat(codes(checks, blueprint))
                .contains("WARNING error-route-unreachable 2-1001", "ERROR group-overlap @2");
        assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
    }

    private List<String> codes(Drawing drawing) {
        return codes(checks, drawing.done());
    }

    /** Severity, code and place of each problem. */
    static List<String> codes(Checks checks, Blueprint blueprint) {
        return checks.check(blueprint).stream().map(ChecksTest::line).toList();
    }

    private static String line(Problem problem) {
        StringBuilder line = new StringBuilder(problem.severity() + " " + problem.code());
        problem.module().ifPresent(no -> line.append(" @").append(no));
        problem.link()
                .ifPresent(
                        ends -> line.append(" ").append(ends.from()).append("-").append(ends.to()));
        problem.field().ifPresent(field -> line.append(" ").append(field));
        return line.toString();
    }
}
