package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the palette shows is what the functions do. */
class FunctionExamplesTest {

    static Stream<Arguments> examples() {
        return Expressions.functions().stream()
                .flatMap(spec -> spec.examples().stream()
                        .map(example -> Arguments.of(spec.name(), example.expression(), example.result())));
    }

    @ParameterizedTest(name = "{1} → {2}")
    @MethodSource("examples")
    void everyExampleHoldsWithoutWarnings(String function, String expression, String result) {
        assertThat(expression).contains(function + "(");
        assertThat(Expressions.parse("{{" + expression + "}}").problems()).isEmpty();
        assertThat(Json.parse(new World().json("{{" + expression + "}}"))).isEqualTo(Json.parse(result));
    }

    @Test
    void allDocumentedFunctionsExist() {
        assertThat(names(false)).containsExactlyInAnyOrderElementsOf(words("""
                        get if ifempty switch omit pick
                        abs average sum min max median ceil floor round trunc parseNumber formatNumber stdevP stdevS
                        length lower upper capitalize startcase trim contains indexOf substring replace split ascii
                        base64 toString toBinary encodeURL decodeURL escapeHTML stripHTML md5 sha1 sha256 sha512
                        replaceEmojiCharacters
                        formatDate parseDate addSeconds addMinutes addHours addDays addMonths addYears setSecond
                        setMinute setHour setDay setDate setMonth setYear
                        add remove first last reverse shuffle distinct deduplicate flatten join keys map merge slice
                        sort toArray toCollection
                        """));
    }

    @Test
    void allExtensionsExist() {
        assertThat(names(true)).containsExactlyInAnyOrderElementsOf(words("""
                        equal isBlank in ifin case mergeCollections arrayDifference arrayElement concat left right
                        removeAccents replacePattern sortAscString sortDescString pascal escapeMarkdown dateDifference
                        addWeekDays dayOfMonth dayOfWeek daysInMonth daysInYear dateMax dateMin startOfMonth endOfMonth
                        hour minute second month year isWeekend weekDayDiff workMinutesDiff
                        div ln log number power prod sqrt sub sortAscNum sortDescNum
                        """));
    }

    @Test
    void everyFunctionHasHelpInBothLanguages() {
        for (FunctionSpec spec : Expressions.functions()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                assertThat(spec.help(locale)).isNotBlank().doesNotContain("function.");
                for (int i = 0; i < spec.arguments().size(); i++) {
                    assertThat(spec.help(i, locale)).isNotBlank().doesNotContain("function.");
                }
            }
            assertThat(spec.help(Locale.FRENCH)).isNotEqualTo(spec.help(Locale.ENGLISH));
        }
    }

    @Test
    void signaturesTellWhatIsOptionalAndWhatRepeats() {
        assertThat(spec("formatNumber").signature())
                .isEqualTo("formatNumber(number; decimals; [decimalSeparator]; [thousandsSeparator])");
        assertThat(spec("merge").signature()).isEqualTo("merge(array…)");
        assertThat(spec("switch").least()).isEqualTo(3);
        assertThat(spec("switch").most()).isEqualTo(Integer.MAX_VALUE);
    }

    private static FunctionSpec spec(String name) {
        return Expressions.functions().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(boolean extension) {
        return Expressions.functions().stream()
                .filter(spec -> spec.extension() == extension)
                .map(FunctionSpec::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
