package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators, paths and templates mean; each choice that Make leaves open has its test. */
class SemanticsTest {
    private final World world = new World()
            .with(1, """
                    {"n":5,"t":"5","word":"abc","empty":"","zero":0,"yes":true,"no":false,"nothing":null,"list":[3,1,2],
                     "none":[],"o":{"a":1,"b":{"c":[{"d":"deep"},{"d":"second"}]}},"day":"2019-03-19","later":"2019-03-20"}
                    """)
            .with("var.scenario", "{\"id\":7,\"name\":\"Orders\"}")
            .with("var.input", "{\"address\":{\"city\":\"Lyon\"}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2|3",
                "1.n + 1|6",
                "0.1 + 0.2|0.3",
                "1 / 3|0.33333333333333333",
                "10 / 4|2.5",
                "7 % 3|1",
                "-7 % 3|-1",
                "1.5 * 1.5|2.25",
                "12345678901234567890 * 98765432109876543210|1219326311370217952237463801111263526900",
                "1.n + true|6",
                "1.n + 1.missing|5",
                "1.missing + 1.missing|null",
                "1.missing * 5|0",
                "\"\" * 5|0",
                "1.t * 2|10",
                "1.t - 1|4",
                "-1.t|-5"
            })
    void numbersAreExactAndEmptyOperandsCountAsZero(String expression, String json) {
        assertThat(world.json("{{" + expression + "}}")).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.t + 1|51",
                "1 + 1.t|15",
                "\"1\" + \"2\"|12",
                "\"-\" + 1.n|-5",
                "1 + 2 + \"a\" + 1 + 2|3a12",
                "\"a\" + 1.missing|a",
                "\"is \" + true|is true",
                "\"at \" + now|at 2019-03-19T14:30:15.250Z",
                "\"l \" + 1.list|l 3, 1, 2",
                "1.o.b.c[1] + 1|{\"d\":\"deep\"}1"
            })
    void plusConcatenatesAsSoonAsOneSideIsText(String expression, String text) {
        assertThat(world.value("{{" + expression + "}}")).isEqualTo(Text.of(text));
    }

    @Test
    void datesInCalculationsAreMilliseconds() {
        BigDecimal now = BigDecimal.valueOf(World.NOW.toEpochMilli());
        assertThat(world.value("{{now - 1}}")).isEqualTo(new Num(now.subtract(BigDecimal.ONE)));
        assertThat(world.value("{{now + 1}}")).isEqualTo(new Num(now.add(BigDecimal.ONE)));
        assertThat(world.value("{{(1.later - 1.day) / 1000 / 60 / 60 / 24}}")).isEqualTo(Num.of(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.t = 5|true",
                "1.t = 1.n|true",
                "\"5.0\" = 5|true",
                "\"05\" = \"5\"|false",
                "1.word = \"ABC\"|false",
                "1.missing = null|true",
                "1.missing = emptystring|true",
                "1.zero = null|false",
                "1.zero = \"\"|false",
                "1.yes = \"true\"|true",
                "\"yes\" = true|false",
                "1.yes = 1|true",
                "1.list = \"3, 1, 2\"|true",
                "1.o.a != \"1\"|false",
                "parseDate(1.day) = 1.day|true",
                "parseDate(1.day) = 1552953600000|true",
                "1 = 1 = true|true"
            })
    void equalityIsLooseAcrossTypes(String expression, String json) {
        assertThat(world.json("{{" + expression + "}}")).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.n > 4|true",
                "\"10\" > \"9\"|true",
                "\"10\" > 9|true",
                "\"b\" > \"a\"|true",
                "\"B\" < \"a\"|true",
                "1.word > 5|false",
                "1.word < 5|false",
                "1.missing < 5|true",
                "1.missing > 5|false",
                "1.day < 1.later|true",
                "1.day < now|true",
                "now >= now|true",
                "1.list > 1|false"
            })
    void orderIsByNumberOrDateWhereBothAreOne(String expression, String json) {
        assertThat(world.json("{{" + expression + "}}")).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.yes|yes",
                "1.no|no",
                "1.zero|no",
                "1.n|yes",
                "1.empty|no",
                "\"false\"|yes",
                "\" \"|yes",
                "1.nothing|no",
                "1.missing|no",
                "1.none|yes",
                "1.o|yes",
                "now|yes",
                "1.n & 1.word|yes",
                "1.n & 1.zero|no",
                "1.empty \\ 1.n|yes",
                "1.zero \\ 1.nothing|no"
            })
    void truthInsideIfIsThatOfJavaScript(String expression, String expected) {
        assertThat(world.value("{{if(" + expression.replace('\\', '|') + "; \"yes\"; \"no\")}}"))
                .isEqualTo(Text.of(expected));
    }

    @Test
    void andAndOrGiveYesOrNo() {
        assertThat(world.json("{{1.n & 1.word}}")).isEqualTo("true");
        assertThat(world.json("{{1.zero | 1.empty}}")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.o.b.c[].d|\"deep\"",
                "1.o.b.c[1].d|\"deep\"",
                "1.o.b.c[2].d|\"second\"",
                "1.o.b.c[1 + 1].d|\"second\"",
                "1.o.b.c[1.o.a + 1].d|\"second\"",
                "1.o.b.c[\"2\"].d|\"second\"",
                "1.o[\"a\"]|1",
                "1.list[0]|null",
                "1.list[-1]|null",
                "1.list[4]|null",
                "1.list[1.5]|3",
                "1.list[99999999999]|null",
                "1.list[1.word]|null",
                "1.list.n|null",
                "1.word.n|null",
                "1.missing.a.b[].c|null",
                "9.a|null",
                "`1`.n|5",
                "var.scenario.name|\"Orders\"",
                "var.input.address.city|\"Lyon\"",
                "var.team.name|null",
                "var|null",
                "executionId|\"run-1\"",
                "timestamp|1553005815",
                "random|0.25",
                "pi|3.141592653589793",
                "uuid|\"7b1f7a1e-3c55-4c2e-9a5e-0d9a5b1c2d3e\"",
                "now|\"2019-03-19T14:30:15.250Z\""
            })
    void pathsCountFromOneAndWhatIsMissingIsEmpty(String expression, String json) {
        assertThat(world.json("{{" + expression + "}}")).isEqualTo(json);
    }

    @Test
    void aLoneHoleKeepsItsTypeAndMixedTextBecomesText() {
        assertThat(world.value("{{1.n}}")).isEqualTo(Num.of(5));
        assertThat(world.value("{{1.list}}")).isInstanceOf(Items.class);
        assertThat(world.value("{{now}}")).isEqualTo(new Moment(World.NOW));
        assertThat(world.value("{{ignore}}")).isEqualTo(Nothing.IGNORE);
        assertThat(world.value("{{1}}")).isInstanceOf(Fields.class);
        assertThat(world.value(" {{1.n}}")).isEqualTo(Text.of(" 5"));
        assertThat(world.value("{{1.n}}{{1.n}}")).isEqualTo(Text.of("55"));
        assertThat(world.value("5")).isEqualTo(Text.of("5"));
    }

    @Test
    void insideTextValuesAreWrittenAsMakeWritesThem() {
        assertThat(
                        world.value(
                                "<{{1.missing}}{{ignore}}{{erase}}|{{1.yes}}|{{61.50}}|{{now}}|{{1.list}}|{{1.o.b}}|{{1.o.b.c}}>"))
                .isEqualTo(Text.of(
                        "<|true|61.5|2019-03-19T14:30:15.250Z|3, 1, 2|{\"c\":[{\"d\":\"deep\"},{\"d\":\"second\"}]}"
                                + "|{\"d\":\"deep\"}, {\"d\":\"second\"}>"));
    }

    @Test
    void aFileInsideTextIsDecodedOrAnError() {
        Value files = Fields.of(
                "note", Blob.of("n.txt", "text/plain; charset=iso-8859-1", new byte[] {(byte) 0xE9}),
                "photo", Blob.of("p.png", "image/png", new byte[] {1}));
        World world = new World().with(1, files);
        assertThat(world.value("Note: {{1.note}}")).isEqualTo(Text.of("Note: é"));
        ExpressionError error = world.error("Photo: {{1.photo}}");
        assertThat(error.message()).isEqualTo("The file “p.png” cannot be written as text");
        assertThat(error.from()).isEqualTo(9);
        assertThat(error.to()).isEqualTo(16);
    }

    @Test
    void constantsAndPlainPicksAreKnownAtOnce() {
        assertThat(compiled("Hello").isConstant()).isTrue();
        assertThat(compiled("{{\"a\"}}b").isConstant()).isTrue();
        assertThat(compiled("{{1.a}}").isConstant()).isFalse();
        Compiled constant = compiled("Hello");
        assertThat(constant.evaluate(world)).isSameAs(constant.evaluate(world));
    }

    private static Compiled compiled(String source) {
        return Expressions.compile(Expressions.parse(source).ok().orElseThrow());
    }
}
