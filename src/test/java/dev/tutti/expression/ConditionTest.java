package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private final World world = new World().with(1, """
                    {"text":"Hello","empty":"","number":500,"digits":"500.0","list":["a","B",3],"none":[],"nothing":null,
                     "yes":true,"no":false,"zero":0,"day":"2019-03-19","time":"9:30","version":"1.10.0","o":{"a":1}}
                    """);

    /** Operand, operator, operand, whether it holds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{1.text}}|exist||true",
                "{{1.missing}}|exist||false",
                "{{1.nothing}}|exist||false",
                "{{1.empty}}|exist||false",
                "{{1.none}}|exist||true",
                "{{1.zero}}|exist||true",
                "{{1.no}}|exist||true",
                "{{1.missing}}|notexist||true",
                "{{1.text}}|notexist||false",
                "{{1.text}}|text:equal|Hello|true",
                "{{1.text}}|text:equal|hello|false",
                "{{1.text}}|text:equal:ci|hello|true",
                "{{1.number}}|text:equal|500|true",
                "{{1.number}}|text:equal|500.0|false",
                "{{1.missing}}|text:equal||true",
                "{{1.text}}|text:notequal|Hello|false",
                "{{1.text}}|text:notequal:ci|HELLO|false",
                "{{1.text}}|text:contain|ell|true",
                "{{1.text}}|text:contain|ELL|false",
                "{{1.text}}|text:contain:ci|ELL|true",
                "{{1.text}}|text:notcontain|xyz|true",
                "{{1.text}}|text:notcontain:ci|ELL|false",
                "{{1.text}}|text:startwith|He|true",
                "{{1.text}}|text:startwith:ci|hE|true",
                "{{1.text}}|text:notstartwith|He|false",
                "{{1.text}}|text:notstartwith:ci|xx|true",
                "{{1.text}}|text:endwith|lo|true",
                "{{1.text}}|text:endwith:ci|LO|true",
                "{{1.text}}|text:notendwith|lo|false",
                "{{1.text}}|text:notendwith:ci|xx|true",
                "{{1.text}}|text:pattern|^H.*o$|true",
                "{{1.text}}|text:pattern|^h|false",
                "{{1.text}}|text:pattern:ci|^h|true",
                "{{1.text}}|text:notpattern|[0-9]|true",
                "{{1.text}}|text:notpattern:ci|HEL|false",
                "{{1.list}}|text:contain|a, B|true",
                "{{1.digits}}|number:equal|500|true",
                "{{1.number}}|number:notequal|500|false",
                "{{1.number}}|number:greater|499.99|true",
                "{{1.number}}|number:greater|1000|false",
                "{{1.number}}|number:less|1000|true",
                "{{1.number}}|number:greaterorequal|500|true",
                "{{1.number}}|number:lessorequal|499|false",
                "{{1.day}}|date:equal|2019-03-19T00:00:00Z|true",
                "{{1.day}}|date:notequal|{{now}}|true",
                "{{now}}|date:greater|{{1.day}}|true",
                "{{1.day}}|date:less|20.3.2019|true",
                "{{1.day}}|date:greaterorequal|2019-03-19|true",
                "{{1.day}}|date:lessorequal|2019-03-18|false",
                "{{1.time}}|time:equal|09:30:00|true",
                "{{1.time}}|time:notequal|9:31|true",
                "{{1.time}}|time:less|10:00|true",
                "{{1.time}}|time:greater|9:29:59|true",
                "{{1.time}}|time:greaterorequal|9:30|true",
                "{{1.time}}|time:lessorequal|9:29|false",
                "{{1.version}}|semver:greater|1.9.3|true",
                "{{1.version}}|semver:equal|v1.10|true",
                "{{1.version}}|semver:notequal|1.10.1|true",
                "{{1.version}}|semver:less|2.0.0-beta|true",
                "2.0.0-beta.2|semver:less|2.0.0-beta.11|true",
                "2.0.0-beta|semver:less|2.0.0|true",
                "1.0.0+x|semver:lessorequal|1.0.0+y|true",
                "1.0.0|semver:greaterorequal|1.0.1|false",
                "{{1.list}}|array:contain|a|true",
                "{{1.list}}|array:contain|3|true",
                "{{1.list}}|array:contain|b|false",
                "{{1.list}}|array:contain:ci|b|true",
                "{{1.list}}|array:notcontain|z|true",
                "{{1.list}}|array:notcontain:ci|A|false",
                "{{1.list}}|array:equal|3|true",
                "{{1.list}}|array:notequal|3|false",
                "{{1.list}}|array:greater|2|true",
                "{{1.none}}|array:less|1|true",
                "{{1.missing}}|array:equal|0|true",
                "{{1.text}}|array:lessorequal|1|true",
                "{{1.list}}|array:greaterorequal|4|false",
                "{{1.yes}}|boolean:equal|true|true",
                "{{1.no}}|boolean:equal|false|true",
                "{{1.missing}}|boolean:equal|false|true",
                "{{1.zero}}|boolean:equal|true|true",
                "{{1.yes}}|boolean:notequal|{{1.no}}|true"
            })
    void everyOperatorComparesItsType(String a, String operator, String b, boolean holds) {
        Condition condition = condition(row(a, operator, b == null ? "" : b));
        assertThat(condition.problems()).isEmpty();
        Verdict verdict = condition.evaluate(world);
        assertThat(verdict.passes()).isEqualTo(holds);
        assertThat(verdict.groups().getFirst().getFirst().reason()).isEmpty();
    }

    @Test
    void everyOperatorIsTestedAbove() throws NoSuchMethodException {
        String[] cases = ConditionTest.class
                .getDeclaredMethod(
                        "everyOperatorComparesItsType", String.class, String.class, String.class, boolean.class)
                .getAnnotation(CsvSource.class)
                .value();
        List<String> tested = new ArrayList<>();
        for (String line : cases) {
            tested.add(line.split("\\|")[1]);
        }
        assertThat(tested).containsAll(Comparing.names());
        assertThat(Comparing.names()).hasSize(2 + 5 * 4 + 4 * 6 + 4 + 6 + 2);
    }

    /** Whichever way the operator asks: what does not fit does not hold. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{1.text}}|number:equal|5|“Hello” is not a number",
                "{{1.text}}|number:notequal|5|“Hello” is not a number",
                "5|number:greater|{{1.missing}}|An empty value is not a number",
                "{{1.text}}|date:less|{{now}}|“Hello” is not a date",
                "{{1.day}}|date:less|soon|“soon” is not a date",
                "{{1.number}}|time:equal|9:30|“500” is not a time of day such as 17:30",
                "{{1.text}}|semver:less|1.0.0|“Hello” is not a version such as 1.2.3",
                "{{1.list}}|array:equal|many|“many” is not a number",
                "{{1.text}}|text:pattern|(|The pattern is not correct: missing closing )",
                "{{1.text}}|text:notpattern|(?=x)|The pattern looks ahead or behind, which patterns here cannot",
                "{{1.text}}|nonsense:equal|1|This condition is not complete",
                "{{1.text|text:equal|1|This condition is not complete"
            })
    void whatDoesNotFitDoesNotHoldAndSaysWhy(String a, String operator, String b, String reason) {
        Verdict verdict = condition(row(a, operator, b)).evaluate(world);
        assertThat(verdict.passes()).isFalse();
        assertThat(verdict.error()).isEmpty();
        assertThat(verdict.groups().getFirst().getFirst().reason().orElseThrow().toString())
                .isEqualTo(reason);
    }

    @Test
    void anOperandThatCannotBeEvaluatedIsReportedAsSuch() {
        Verdict verdict =
                condition(row("{{1.number / 0}}", "number:greater", "1")).evaluate(world);
        assertThat(verdict.passes()).isFalse();
        assertThat(verdict.error().orElseThrow().function()).isEqualTo("/");
        assertThat(condition(row("1", "number:greater", "{{round(1.text)}}"))
                        .evaluate(world)
                        .error())
                .isPresent();
    }

    @Test
    void noConditionsPass() {
        assertThat(Condition.compile(Filter.NONE).evaluate(world).passes()).isTrue();
        assertThat(Condition.compile(new Filter("x", List.of(List.of())))
                        .evaluate(world)
                        .passes())
                .isTrue();
    }

    @Test
    void groupsAreAlternativesOfRowsThatMustAllHold() {
        Filter.Row yes = row("1", "number:equal", "1");
        Filter.Row no = row("1", "number:equal", "2");
        assertThat(passes(List.of(yes, no), List.of(yes, yes))).isTrue();
        assertThat(passes(List.of(yes, no), List.of(no))).isFalse();
        assertThat(passes(List.of(no), List.of(no, yes), List.of(yes))).isTrue();
    }

    @Test
    void theVerdictShowsTheValuesAsFarAsTheyWereLookedAt() {
        Filter filter = new Filter(
                "large",
                List.of(
                        List.of(row("{{1.number}}", "number:greater", "1000"), row("{{1.text}}", "exist", "")),
                        List.of(row("{{1.yes}}", "boolean:equal", "true")),
                        List.of(row("never", "exist", ""))));
        Verdict verdict = Condition.compile(filter).evaluate(world);
        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.groups()).hasSize(2);
        assertThat(verdict.groups().getFirst())
                .containsExactly(
                        new Verdict.Row(Num.of(500), Text.of("1000"), false, Optional.empty(), Optional.empty()));
        assertThat(verdict.groups().getLast())
                .containsExactly(new Verdict.Row(Bool.TRUE, Text.of("true"), true, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "text:startswith, text:startwith",
        "text:endswith:ci, text:endwith:ci",
        "date:before, date:less",
        "date:after, date:greater",
        "number:gte, number:greaterorequal",
        "number:greater_or_equal, number:greaterorequal",
        "text:contains:ci, text:contain:ci",
        "exists, exist"
    })
    void acceptsOtherSpellingsWithAWarning(String alias, String operator) {
        List<Problem> problems =
                condition(row("2019-01-02", alias, "2019-01-01")).problems();
        assertThat(problems).hasSize(1).noneMatch(Problem::isError);
        assertThat(problems.getFirst().message(Locale.ENGLISH))
                .isEqualTo("The operator “" + alias + "” is read as “" + operator + "”");
    }

    @Test
    void unknownOperatorsAreErrorsWithASuggestion() {
        Problem problem = condition(row("1", "number:greter", "2")).problems().getFirst();
        assertThat(problem.isError()).isTrue();
        assertThat(problem.message(Locale.ENGLISH)).isEqualTo("There is no filter operator “number:greter”");
        assertThat(problem.advice(Locale.ENGLISH)).isEqualTo("Did you mean “number:greater”?");
        assertThat(condition(row("1", "number:greater:ci", "2")).problems()).anyMatch(Problem::isError);
    }

    @Test
    void patternsInFiltersObeyTheClock() {
        World slow = new World()
                .with(1, Fields.of("t", Text.of("a".repeat(100_000))))
                .ticking(100_000_000);
        Verdict verdict = condition(row("{{1.t}}", "text:pattern", "(a?){50}b")).evaluate(slow);
        assertThat(verdict.passes()).isFalse();
        assertThat(verdict.groups().getFirst().getFirst().reason().orElseThrow().key())
                .isEqualTo("expression.limit.time");
    }

    @SafeVarargs
    private final boolean passes(List<Filter.Row>... groups) {
        return Condition.compile(new Filter("", List.of(groups)))
                .evaluate(world)
                .passes();
    }

    private static Condition condition(Filter.Row row) {
        return Condition.compile(new Filter("", List.of(List.of(row))));
    }

    private static Filter.Row row(String a, String operator, String b) {
        return new Filter.Row(a, operator, b);
    }
}
