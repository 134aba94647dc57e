package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.expression.Expression.Apply;
import dev.tutti.expression.Expression.Concat;
import dev.tutti.expression.Expression.Head;
import dev.tutti.expression.Expression.Literal;
import dev.tutti.expression.Expression.Pick;
import dev.tutti.expression.Expression.Segment;
import dev.tutti.value.Bool;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsingTest {

    @Test
    void textAloneIsText() {
        assertThat(root("plain } text { with } }}braces")).isEqualTo(text("plain } text { with } }}braces"));
        assertThat(root("")).isEqualTo(text(""));
    }

    @Test
    void aLoneHoleKeepsItsExpressionAndMixedTextIsAConcatenation() {
        assertThat(root("{{1.name}}")).isEqualTo(pick(1, "name"));
        assertThat(root("Hi {{1.name}}!")).isEqualTo(new Concat(List.of(text("Hi "), pick(1, "name"), text("!"))));
        assertThat(root("{{1.a}}{{1.b}}")).isEqualTo(new Concat(List.of(pick(1, "a"), pick(1, "b"))));
        assertThat(root("a{{\"b\"}}c")).isEqualTo(text("abc"));
        assertThat(root("{{\"\"}}{{1.a}}")).isEqualTo(new Concat(List.of(text(""), pick(1, "a"))));
    }

    @Test
    void pathsHaveNamesIndexesAndBackticks() {
        assertThat(root("{{7.data.choices[].message.content}}"))
                .isEqualTo(new Pick(
                        new Head.Module(7),
                        List.of(
                                new Segment.Name("data"),
                                new Segment.Name("choices"),
                                new Segment.First(),
                                new Segment.Name("message"),
                                new Segment.Name("content"))));
        assertThat(root("{{1.`Customer Name`.`0`}}")).isEqualTo(pick(1, "Customer Name", "0"));
        assertThat(root("{{1.x-request-id}}")).isEqualTo(pick(1, "x-request-id"));
        assertThat(root("{{1.prénom.__IMTINDEX__.$id}}")).isEqualTo(pick(1, "prénom", "__IMTINDEX__", "$id"));
        assertThat(root("{{1.items[2.n + 1].name}}"))
                .isEqualTo(new Pick(
                        new Head.Module(1),
                        List.of(
                                new Segment.Name("items"),
                                new Segment.At(new Apply("+", List.of(pick(2, "n"), number(1)))),
                                new Segment.Name("name"))));
    }

    @Test
    void aWholeBundleIsANumberInBackticksOrAloneInTheField() {
        Pick bundle = new Pick(new Head.Module(3), List.of());
        assertThat(root("{{`3`}}")).isEqualTo(bundle);
        assertThat(root("{{3}}")).isEqualTo(bundle);
        assertThat(root("{{ 3 }}")).isEqualTo(bundle);
        assertThat(root("{{(3)}}")).isEqualTo(number(3));
        assertThat(root("n{{3}}")).isEqualTo(new Concat(List.of(text("n"), number(3))));
        assertThat(root("{{3.5}}")).isEqualTo(new Literal(Num.of("3.5")));
    }

    @Test
    void operatorsBindAsInSchoolAndARunOfOneIsOne() {
        assertThat(root("{{1.a + 2 * 3 = 7 & true | false}}"))
                .isEqualTo(apply(
                        "|",
                        apply(
                                "&",
                                apply("=", apply("+", pick(1, "a"), apply("*", number(2), number(3))), number(7)),
                                new Literal(Bool.TRUE)),
                        new Literal(Bool.FALSE)));
        assertThat(root("{{1 - 2 - 3 + 4}}"))
                .isEqualTo(apply("+", apply("-", number(1), number(2), number(3)), number(4)));
        assertThat(root("{{1 - (2 - 3)}}")).isEqualTo(apply("-", number(1), apply("-", number(2), number(3))));
        assertThat(root("{{--1 % -2}}"))
                .isEqualTo(apply("%", apply("-", apply("-", number(1))), apply("-", number(2))));
        assertThat(root("{{1 != 2 <= 3 >= 4 < 5 > 6}}"))
                .isEqualTo(apply(
                        ">",
                        apply(
                                "<",
                                apply(">=", apply("<=", apply("!=", number(1), number(2)), number(3)), number(4)),
                                number(5)),
                        number(6)));
    }

    @Test
    void textsDoubleTheirQuotesAndKnowNoBackslash() {
        assertThat(root("{{\"{ \"\"blocks\"\": [] }\"}}")).isEqualTo(text("{ \"blocks\": [] }"));
        assertThat(root("{{\"a\\n\"}}")).isEqualTo(text("a\\n"));
        assertThat(root("{{\"a\nb}}c\"}}")).isEqualTo(text("a\nb}}c"));
        assertThat(root("{{\"\"}}")).isEqualTo(text(""));
    }

    @Test
    void keywordsAreValues() {
        assertThat(root("{{null}}")).isEqualTo(new Literal(Nothing.NULL));
        assertThat(root("{{ignore}}")).isEqualTo(new Literal(Nothing.IGNORE));
        assertThat(root("{{erase}}")).isEqualTo(new Literal(Nothing.ERASE));
        assertThat(root("{{emptyarray}}")).isEqualTo(new Literal(Items.EMPTY));
        assertThat(root("{{emptystring}}{{space}}{{tab}}{{newline}}{{carriagereturn}}{{nbsp}}"))
                .isEqualTo(text(" \t\n\r\u00a0"));
        assertThat(root("{{true}}")).isEqualTo(new Literal(Bool.TRUE));
    }

    @Test
    void argumentsMayBeEmpty() {
        assertThat(root("{{replace(1.a; \"b\"; )}}"))
                .isEqualTo(apply("replace", pick(1, "a"), text("b"), new Literal(Nothing.NULL)));
        assertThat(root("{{formatDate(now;)}}"))
                .isEqualTo(apply("formatDate", named("now"), new Literal(Nothing.NULL)));
    }

    /** The examples that Make prints without quotes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if(1=1; A; B)|A",
                "split(John, George; ,)|[\"John\",\" George\"]",
                "length( hello )|5",
                "startcase( hello WORLD )|Hello World",
                "formatDate(1.d; YYYY-MM-DD)|2018-10-01",
                "formatDate(1.d; DD.MM.YYYY HH:mm; UTC)|01.10.2018 07:32",
                "formatDate(1.d; MM/DD/YYYY)|10/01/2018",
                "parseNumber(1 756,456; ,)|1756.456",
                "formatNumber(123456789; 3; ,; .)|123.456.789,000",
                "replace(abc 187 23; /\\d+/g; X)|abc X X",
                "stripHTML(<b>Hello</b>)|Hello",
                "escapeMarkdown(# Header)|&#35; Header",
                "get(1.o; raw_name.sub_raw_name)|5",
                "switch( X ; A ; 1 ; B ; 2 ; C ; 3 ; 4 )|4",
                "addDays(2016-12-08T15:55:57.536Z; -2)|2016-12-06T15:55:57.536Z",
                "upper(it's (really) me)|IT'S (REALLY) ME",
                "if(1.status = active; yes; no)|yes",
                "ascii(ěščřž; true)|escrz",
                "lower(👋 HI)|👋 hi"
            })
    void bareTextIsTextWithAWarning(String expression, String written) {
        World world = new World()
                .with(
                        1,
                        "{\"d\":\"2018-10-01T07:32:00Z\",\"o\":{\"raw_name\":{\"sub_raw_name\":5}},\"status\":\"active\"}");
        Parse parse = Expressions.parse("{{" + expression + "}}");
        assertThat(parse.problems()).isNotEmpty().allMatch(problem -> problem.severity() == Problem.Severity.WARNING);
        assertThat(parse.problems()).allSatisfy(problem -> {
            String words = ("{{" + expression + "}}").substring(problem.from(), problem.to());
            assertThat(problem.message(Locale.ENGLISH)).isEqualTo("“" + words.strip() + "” is taken as text");
        });
        String value = world.json("{{" + expression + "}}");
        assertThat(value.startsWith("\"") ? value.substring(1, value.length() - 1) : value)
                .isEqualTo(written);
    }

    /** Source, from, to of the first problem, its message and advice. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Hi {{formatDate(now; \"D\"}}|5|16|“formatDate(” has no closing )|Add ) after the last argument",
                "{{1.items[2}}|9|10|“[” has no closing ]|Add ] after the last argument",
                "{{(1 + 2}}|2|3|“(” has no closing )|Add ) after the last argument",
                "{{1.a|0|2|The braces that open here are not closed|Add two closing",
                "a {{2.b}} {{|10|12|The braces that open here are not closed|Add two closing",
                "{{1 + }}|6|8|Something is missing before the end|Add what comes after",
                "{{1.}}|3|4|“.” is not expected here|Put a field name",
                "{{1 2}}|4|5|“2” is not expected here|Put text in double quotes",
                "{{1)}}|3|4|This bracket closes nothing|Remove it",
                "{{1;2}}|3|4|A semicolon separates arguments|Remove it",
                "{{'a'}}|2|3|“'” is not expected here|Put text in double quotes; single",
                "{{1.a, 2}}|5|6|“,” is not expected here|Separate arguments with a semicolon",
                "{{\"abc}}|2|3|This text has a first quotation mark|Add a double quote",
                "{{foo}}|2|5|There is no field, variable or keyword “foo”|If it is text",
                "{{foo.bar}}|2|9|There is no field, variable or keyword “foo”|If it is text",
                "{{noww}}|2|6|There is no field, variable or keyword “noww”|Did you mean “now”?",
                "{{upper}}|2|7|There is no field, variable or keyword “upper”|“upper” is a function",
                "{{null.x}}|2|8|“null” is a word with a fixed meaning|Pick the field",
                "👋{{uper(1.a)}}|4|8|There is no function “uper”|Did you mean “upper”?",
                "{{toNumber(1.a)}}|2|10|There is no function “toNumber”|Did you mean “parseNumber”?",
                "{{stripHtml(1.a)}}|2|11|There is no function “stripHtml”|Did you mean “stripHTML”?",
                "{{urlEncode(1.a)}}|2|11|There is no function “urlEncode”|Did you mean “encodeURL”?",
                "{{dateDiff(1.a)}}|2|10|There is no function “dateDiff”|Did you mean “dateDifference”?",
                "{{or(1; 2)}}|2|4|There is no function “or”|Write | between the two conditions",
                "{{escapeJSON(1.a)}}|2|12|There is no function “escapeJSON”|Use the module Create JSON",
                "{{fromToken(1.a)}}|2|11|There is no function “fromToken”|Choose one from the list",
                "{{replace(1.a; \"b\")}}|2|19|“replace” needs at least 3 arguments and has 2|It is written replace(text; search; replacement)",
                "{{1 + foo(}}|6|10|“foo(” has no closing )|Add )"
            })
    void saysWhatIsWrongWhereAndWhatToDo(String source, int from, int to, String message, String advice) {
        Problem problem = bad(source).problems().stream()
                .filter(Problem::isError)
                .findFirst()
                .orElseThrow();
        assertThat(problem.message(Locale.ENGLISH)).startsWith(message);
        assertThat(problem.advice(Locale.ENGLISH)).startsWith(advice);
        assertThat(List.of(problem.from(), problem.to())).isEqualTo(List.of(from, to));
        assertThat(problem.message(Locale.FRENCH)).doesNotContain("expression.").isNotEqualTo(message);
        assertThat(problem.advice(Locale.FRENCH)).doesNotContain("expression.");
    }

    @Test
    void findsEveryProblemOfAFieldAndStillItsReferences() {
        String source = "{{1.a +}} {{2.b}} {{foo}} {{bar(3.c)}} {{`4`}}";
        assertThat(bad(source).problems()).hasSize(3).allMatch(Problem::isError);
        assertThat(References.of(source)).extracting(Reference::module).containsExactly(2, 3, 4);
    }

    @Test
    void warnsOfEmptyBracesAndOfArgumentsThatNobodyReads() {
        assertThat(Expressions.parse("{{ }}").problems()).hasSize(1).noneMatch(Problem::isError);
        assertThat(root("{{ }}")).isEqualTo(new Literal(Nothing.NULL));
        assertThat(Expressions.parse("{{upper(1.a; 2)}}").problems()).hasSize(1).noneMatch(Problem::isError);
        assertThat(Expressions.parse("{{if(1 = 1 and 2 = 2; 3; 4)}}").problems())
                .extracting(problem -> problem.advice(Locale.ENGLISH))
                .containsExactly("For a condition write & for and, | for or; for text write it in double quotes");
    }

    @Test
    void knowsTheNamesItIsTold() {
        assertThat(Expressions.parse("{{body.user.name}}").ok()).isEmpty();
        Template template =
                Expressions.parse("{{body.user.name}}", Set.of("body")).ok().orElseThrow();
        World world = new World().with("body", "{\"user\":{\"name\":\"Zoé\"}}");
        assertThat(Expressions.compile(template).evaluate(world)).isEqualTo(new Evaluated.Ok(Text.of("Zoé")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{1.a}}", "{{if(1.a > 2; \"x\"; `3`.`b c`[1.i][])}} and {{now}}", "text 👋 {{upper(2.name)}}"})
    void referencesKnowTheirPlaces(String source) {
        for (Reference reference : References.of(ok(source))) {
            String there = "{{" + source.substring(reference.from(), reference.to()) + "}}";
            assertThat(root(there)).isEqualTo(reference.pick());
        }
    }

    @Test
    void referencesComeInTheOrderOfTheSource() {
        List<Reference> references = References.of(ok("{{1.a[2.b].c}} {{map(3.d; \"x\")}} {{now}}{{`4`}}"));
        assertThat(references).extracting(Reference::module).containsExactly(1, 2, 3, -1, 4);
        assertThat(references.getFirst().path()).containsExactly("a", "[2.b]", "c");
    }

    @Test
    void renumbersModulesAndNothingElse() {
        String source = "1 {{1.a[2.b] + 1}} \"1\" {{`1`.`1`}} {{ upper( 12.x ) }} {{foo(1.x)}} {{1 + }}";
        assertThat(References.renumber(source, Map.of(1, 20, 2, 1, 12, 3)))
                .isEqualTo("1 {{20.a[1.b] + 1}} \"1\" {{`20`.`1`}} {{ upper( 3.x ) }} {{foo(20.x)}} {{1 + }}");
        assertThat(References.renumber(ok("{{5}}"), Map.of(5, 6))).isEqualTo("{{6}}");
    }

    @Test
    void refusesLongSourcesBeforeParsing() {
        assertThat(bad("{{1.a}}" + "x".repeat(Limits.SOURCE))
                        .problems()
                        .getFirst()
                        .message(Locale.ENGLISH))
                .isEqualTo("This field is longer than 8192 characters");
        assertThat(Expressions.parse("x".repeat(1_000_000)).ok()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "upper(", "1.a[", "-", "--(", "{{", "[", "if(1;", "\"", "`", "1+(", "1.a[-(", "a(b;c(", ")",
                "1.a[]", "'("
            })
    void deepOrBrokenNestingIsRefusedQuicklyAndNeverOverflows(String opening) {
        String source = "{{" + opening.repeat(Limits.SOURCE / opening.length() - 2) + "}}";
        Parse parse = Expressions.parse(source);
        if (parse instanceof Parse.Ok(Template template)) {
            assertThat(Expressions.compile(template).evaluate(new World())).isNotNull();
        } else {
            assertThat(parse.problems()).anyMatch(Problem::isError);
        }
    }

    @Test
    void nestsSixtyFourDeepAndNoDeeper() {
        assertThat(Expressions.parse("{{" + "upper(".repeat(64) + "1.a" + ")".repeat(64) + "}}")
                        .ok())
                .isPresent();
        assertThat(bad("{{" + "upper(".repeat(65) + "1.a" + ")".repeat(65) + "}}")
                        .problems())
                .extracting(problem -> problem.message(Locale.ENGLISH))
                .containsExactly("This is nested deeper than 64 levels");
        assertThat(bad("{{1" + "+1-1".repeat(40) + "}}").problems()).isNotEmpty();
        assertThat(new World().value("{{1" + " + 1".repeat(1_500) + "}}")).isEqualTo(Num.of(1_501));
    }

    private static Expression root(String source) {
        return ok(source).root();
    }

    private static Template ok(String source) {
        return switch (Expressions.parse(source)) {
            case Parse.Ok(Template template) -> template;
            case Parse.Bad bad -> throw new AssertionError(source + ": " + bad.problems());
        };
    }

    private static Parse.Bad bad(String source) {
        return (Parse.Bad) Expressions.parse(source);
    }

    private static Literal text(String text) {
        return new Literal(Text.of(text));
    }

    private static Literal number(long number) {
        return new Literal(Num.of(number));
    }

    private static Apply apply(String function, Expression... arguments) {
        return new Apply(function, List.of(arguments));
    }

    private static Pick pick(int module, String... path) {
        return new Pick(
                new Head.Module(module),
                Arrays.stream(path).<Segment>map(Segment.Name::new).toList());
    }

    private static Pick named(String name) {
        return new Pick(new Head.Named(name), List.of());
    }
}
