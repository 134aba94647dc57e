package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private final World world = new World()
            .with(
                    1,
                    Fields.of(
                            "list", new Items(Collections.nCopies(10_000, Num.of(7))),
                            "text", Text.of("a".repeat(1 << 20)),
                            "huge", new Items(Collections.nCopies(2_000_000, Num.of(7)))));

    @Test
    void tenThousandItemsAreNoProblem() {
        assertThat(world.value("{{sum(1.list)}}")).isEqualTo(Num.of(70_000));
        assertThat(world.value("{{length(join(sort(reverse(1.list)); \",\"))}}"))
                .isEqualTo(Num.of(19_999));
    }

    @Test
    void stepsAreCounted() {
        World small = new World().limited(new Limits(10, 1_000, 1_000_000_000L));
        assertThat(small.value("{{" + "abs(".repeat(10) + "1" + ")".repeat(10) + "}}"))
                .isEqualTo(Num.of(1));
        ExpressionError error = small.error("{{" + "abs(".repeat(11) + "1" + ")".repeat(11) + "}}");
        assertThat(error.message()).isEqualTo("The formula takes more than 10 steps");
        assertThat(error.isTimeLimit()).isFalse();
        assertThat(world.error("{{join(1.huge; \"\")}}").message())
                .isEqualTo("The formula takes more than 100000 steps");
    }

    /** Each would make far more than 8 MB of very little. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{replace(1.text; \"a\"; \"aaaaaaaaaaaaaaaa\")}}",
                "{{replace(1.text; \"/a/g\"; \"$&$&$&$&$&$&$&$&$&$&\")}}",
                "{{join(1.list; 1.text)}}",
                "{{1.text + 1.text + 1.text + 1.text + 1.text + 1.text + 1.text + 1.text + 1.text}}",
                "{{1.text}}{{1.text}}{{1.text}}{{1.text}}{{1.text}}{{1.text}}{{1.text}}{{1.text}}{{1.text}}",
                "{{concat(1.text; 1.list)}}",
                "{{split(1.text + 1.text; \"\")}}",
                "{{escapeMarkdown(replace(1.text; \"a\"; \"######\"))}}"
            })
    void sizeIsBounded(String template) {
        assertThat(world.error(template).message()).isEqualTo("The formula makes more than 8 MB of data");
    }

    @Test
    void theWorkBetweenIsBoundedToo() {
        String twelve = "{{length(1.text + 1.text + 1.text + 1.text)"
                + " + length(1.text + 1.text + 1.text + 1.text)".repeat(12) + "}}";
        assertThat(world.error(twelve).message()).isEqualTo("The formula makes more than 8 MB of data");
    }

    @Test
    void theClockStopsWhatTheStepsDoNot() {
        World slow = new World()
                .with(1, Fields.of("text", Text.of("a".repeat(1 << 20))))
                .ticking(10_000_000);
        ExpressionError error = slow.error("{{replace(1.text; \"/(a?){30}b/g\"; \"\")}}");
        assertThat(error.isTimeLimit()).isTrue();
        assertThat(error.function()).isEqualTo("replace");
        assertThat(error.message()).isEqualTo("The formula takes longer than 1000 ms");
        assertThat(error.message(Locale.FRENCH)).isEqualTo("La formule dure plus de 1000 ms");
    }

    @Test
    void aScopeWithoutAClockSetsNoTimeLimit() {
        assertThat(world.value("{{length(replace(1.text; \"/a+/g\"; \"b\"))}}")).isEqualTo(Num.of(1));
    }

    @Test
    void filesOverTheLimitAreNotRead() {
        Value large = new Blob("big.csv", "text/csv", 9L << 20, new Blob.Content.Stored("x"));
        World files = new World().with(1, Fields.of("file", large));
        assertThat(files.error("{{md5(1.file)}}").message()).isEqualTo("The formula makes more than 8 MB of data");
        assertThat(files.value("{{1.file}}")).isEqualTo(large);
    }

    /** Look-around and back-references do not exist here; the advice says what to do instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(?=a)|The pattern looks ahead or behind, which patterns here cannot",
                "(?!a)|The pattern looks ahead or behind, which patterns here cannot",
                "(?<=a)b|The pattern looks ahead or behind, which patterns here cannot",
                "(?<!a)b|The pattern looks ahead or behind, which patterns here cannot",
                "(a)\\1|The pattern refers back to a group, which patterns here cannot",
                "(?<number>a)|The pattern names a group",
                "(?P<number>a)|The pattern names a group",
                "(a{0,1000}){0,1000}|The repetitions in the pattern multiply to more than 1000",
                "((a{10}){11}){10}|The repetitions in the pattern multiply to more than 1000",
                "\\Q[\\E(a{0,1000}){0,1000}|The repetitions in the pattern multiply to more than 1000",
                "[^\\]](a{0,1000}){0,1000}|The repetitions in the pattern multiply to more than 1000",
                "(a{1001})|The repetitions in the pattern multiply to more than 1000",
                "a{99999999999}|The repetitions in the pattern multiply to more than 1000",
                "([a-z]|The pattern is not correct: missing closing )",
                "a**|The pattern is not correct: invalid nested repetition operator"
            })
    void patternsThatCannotOrMustNotRunAreRefusedWithAdvice(String pattern, String message) {
        World world = new World().with(1, Fields.of("p", Text.of(pattern), "t", Text.of("aaaa")));
        ExpressionError error = world.error("{{replacePattern(1.t; 1.p; \"\")}}");
        assertThat(error.message()).isEqualTo(message);
        assertThat(error.advice()).isNotBlank().doesNotContain("expression.");
        assertThat(error.advice(Locale.FRENCH)).doesNotContain("expression.");
    }

    @Test
    void longPatternsAndTextsAreRefused() {
        World world =
                new World().with(1, Fields.of("p", Text.of("a".repeat(513)), "t", Text.of("a".repeat((1 << 20) + 1))));
        assertThat(world.error("{{replacePattern(\"a\"; 1.p; \"\")}}").message())
                .isEqualTo("The pattern is longer than 512 characters");
        assertThat(world.error("{{replacePattern(1.t; \"a\"; \"\")}}").message())
                .isEqualTo("The text is longer than 1 MB, too long for a pattern");
    }

    /** Patterns that take a backtracking engine longer than anyone waits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|aa)+$",
                "(a|a?)+$",
                "(.*a){20}",
                "([a-zA-Z]+)*$",
                "(.*?,){20}P",
                "^(a?){25}a{25}$",
                "(x+x+)+y",
                "(a*)*b",
                "((a+)+)+b",
                "(.*)*=.*",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(\\w+\\s?)*$",
                "(a{1,30}){1,30}b"
            })
    void evilPatternsAreHarmless(String pattern) {
        World world = new World().with(1, Fields.of("p", Text.of(pattern), "t", Text.of("a".repeat(1_000) + "!")));
        assertThat(world.evaluated("{{replacePattern(1.t; 1.p; \"x\")}}")).isInstanceOf(Evaluated.Ok.class);
    }

    @Test
    void patternsSpeakJavaScript() {
        World world = new World().with(1, Fields.of("t", Text.of("a/b\u00e9\n2")));
        assertThat(world.value("{{replace(1.t; \"/\\//g\"; \"-\")}}")).isEqualTo(Text.of("a-b\u00e9\n2"));
        assertThat(world.value("{{replace(1.t; \"/\\u00E9/\"; \"e\")}}")).isEqualTo(Text.of("a/be\n2"));
        assertThat(world.value("{{replace(1.t; \"/^\\d$/m\"; \"x\")}}")).isEqualTo(Text.of("a/b\u00e9\nx"));
        assertThat(world.value("{{replace(1.t; \"/a.*2/s\"; \"x\")}}")).isEqualTo(Text.of("x"));
        assertThat(world.value("{{replace(1.t; \"/a.*2/\"; \"x\")}}")).isEqualTo(Text.of("a/b\u00e9\n2"));
        assertThat(world.value("{{replace(\"a.b\"; \"/x\"; \"y\")}}")).isEqualTo(Text.of("a.b"));
        assertThat(world.value("{{replace(\"/a/z\"; \"/a/z\"; \"y\")}}")).isEqualTo(Text.of("y"));
    }

    @Test
    void valuesNestedWithoutEndAreRefusedNotFollowed() {
        Value deep = Num.of(1);
        for (int i = 0; i < 5_000; i++) {
            deep = new Items(List.of(deep));
        }
        World world = new World().with(1, Fields.of("deep", deep));
        assertThat(world.error("x{{1.deep}}").message()).isEqualTo("A list is nested too deep to be written as text");
        assertThat(world.value("{{flatten(1.deep; 5000)}}")).isInstanceOf(Items.class);
    }
}
