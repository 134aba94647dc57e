package dev.tutti.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Coercion.Ok;
import dev.tutti.value.Coercion.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoercionTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final Moment DATE = new Moment(Instant.parse("2016-06-20T17:26:44.356Z"));
    private static final Blob TEXT_FILE =
            Blob.of("a.txt", "text/plain; charset=utf-8", "é".getBytes(StandardCharsets.UTF_8));
    private static final Blob PICTURE = Blob.of("a.png", "image/png", new byte[] {1});
    private static final Fields COLLECTION = Fields.of("a", Num.of(1), "b", Text.of("x"));

    private static final Map<String, Value> VALUES = Map.ofEntries(
            Map.entry("array", Items.of(Text.of("a"), Num.of(2))),
            Map.entry("collections", Items.of(COLLECTION, COLLECTION)),
            Map.entry("files", Items.of(PICTURE)),
            Map.entry("true", Bool.TRUE),
            Map.entry("false", Bool.FALSE),
            Map.entry("buffer", TEXT_FILE),
            Map.entry("picture", PICTURE),
            Map.entry("collection", COLLECTION),
            Map.entry("date", DATE),
            Map.entry("zero", Num.ZERO),
            Map.entry("number", Num.of("61.5")),
            Map.entry("millis", Num.of(1_466_443_604_356L)),
            Map.entry("text", Text.of("hello")),
            Map.entry("textfalse", Text.of("false")),
            Map.entry("empty", Text.EMPTY),
            Map.entry("digits", Text.of(" -12.50 ")),
            Map.entry("datetext", Text.of("2016-06-20T17:26:44.356Z")),
            Map.entry("time", Text.of("5:06")),
            Map.entry("null", Nothing.NULL));

    private static final Map<String, BiFunction<Value, ZoneId, Coercion>> EXPECTED = Map.of(
            "Array", Coercion::toItems,
            "Boolean", Coercion::toBool,
            "Buffer", Coercion::toBlob,
            "Collection", Coercion::toFields,
            "Date", Coercion::toMoment,
            "Number", Coercion::toNumber,
            "Text", Coercion::toText,
            "Time", Coercion::toTime);

    /** Every cell of the table; {@code error} is a refusal, text results are written as text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Array|array|same",
                "Array|true|wrapped",
                "Array|buffer|wrapped",
                "Array|collection|wrapped",
                "Array|date|wrapped",
                "Array|number|wrapped",
                "Array|text|wrapped",
                "Array|time|wrapped",
                "Array|null|wrapped",
                "Boolean|array|true",
                "Boolean|true|true",
                "Boolean|false|false",
                "Boolean|buffer|true",
                "Boolean|collection|true",
                "Boolean|date|true",
                "Boolean|zero|true",
                "Boolean|number|true",
                "Boolean|text|true",
                "Boolean|textfalse|false",
                "Boolean|empty|false",
                "Boolean|time|true",
                "Boolean|null|false",
                "Buffer|array|error",
                "Buffer|true|file true",
                "Buffer|buffer|same",
                "Buffer|picture|same",
                "Buffer|collection|error",
                "Buffer|date|file 2016-06-20T17:26:44.356Z",
                "Buffer|number|file 61.5",
                "Buffer|text|file hello",
                "Buffer|null|error",
                "Collection|array|error",
                "Collection|true|error",
                "Collection|buffer|error",
                "Collection|collection|same",
                "Collection|date|error",
                "Collection|number|error",
                "Collection|text|error",
                "Collection|time|error",
                "Collection|null|error",
                "Date|array|error",
                "Date|true|error",
                "Date|buffer|error",
                "Date|collection|error",
                "Date|date|same",
                "Date|millis|date 2016-06-20T17:26:44.356Z",
                "Date|datetext|date 2016-06-20T17:26:44.356Z",
                "Date|text|error",
                "Date|time|error",
                "Date|null|error",
                "Number|array|error",
                "Number|true|error",
                "Number|buffer|error",
                "Number|collection|error",
                "Number|date|error",
                "Number|number|same",
                "Number|digits|number -12.5",
                "Number|text|error",
                "Number|empty|error",
                "Number|time|error",
                "Number|null|error",
                "Text|array|text a, 2",
                "Text|files|error",
                "Text|true|text true",
                "Text|false|text false",
                "Text|buffer|text é",
                "Text|picture|error",
                "Text|collection|text {\"a\":1,\"b\":\"x\"}",
                "Text|collections|text {\"a\":1,\"b\":\"x\"}, {\"a\":1,\"b\":\"x\"}",
                "Text|date|text 2016-06-20T17:26:44.356Z",
                "Text|number|text 61.5",
                "Text|text|same",
                "Text|null|error",
                "Time|array|error",
                "Time|true|error",
                "Time|buffer|error",
                "Time|collection|error",
                "Time|date|error",
                "Time|number|error",
                "Time|time|text 05:06:00",
                "Time|text|error",
                "Time|null|error"
            })
    void followsTheTable(String expected, String given, String outcome) {
        Value value = VALUES.get(given);
        Coercion coercion = EXPECTED.get(expected).apply(value, PRAGUE);
        assertThat(written(coercion, value)).isEqualTo(outcome);
    }

    private static String written(Coercion coercion, Value given) {
        return switch (coercion) {
            case Refused refused -> {
                assertThat(refused.reason()).isNotBlank().doesNotContain("value.refused");
                assertThat(refused.said().in(Locale.FRENCH)).isNotBlank().doesNotContain("value.refused");
                yield "error";
            }
            case Ok(Value value) when value.equals(given) && !(value instanceof Bool) -> "same";
            case Ok(Items items) when items.items().equals(java.util.List.of(given)) -> "wrapped";
            case Ok(Bool bool) -> Boolean.toString(bool.value());
            case Ok(Moment moment) -> "date " + moment.iso();
            case Ok(Num number) -> "number " + number.plain();
            case Ok(Text(String text)) -> "text " + text;
            case Ok(Blob blob)
            when blob.content() instanceof Blob.Content.Inline(byte[] bytes) ->
                "file " + new String(bytes, StandardCharsets.UTF_8);
            case Ok(Value other) -> other.toString();
        };
    }

    /** Zone of the scenario where the text has none: Prague, two hours ahead in June. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-06-20T17:26:44.356Z|2016-06-20T17:26:44.356Z",
                "2016-06-20 19:26:44 GMT+02:00|2016-06-20T17:26:44Z",
                "2016-06-20 19:26+0200|2016-06-20T17:26:00Z",
                "2016-06-20 17:26:44|2016-06-20T15:26:44Z",
                "2016-06-20|2016-06-19T22:00:00Z",
                "2016/06/20|2016-06-19T22:00:00Z",
                "2016/06/20 17:26:44|2016-06-20T15:26:44Z",
                "2016/06/20 5:26 PM|2016-06-20T15:26:00Z",
                "2016/06/20 12:00 am|2016-06-19T22:00:00Z",
                "06/20/2016|2016-06-19T22:00:00Z",
                "06/20/2016 5:26 PM|2016-06-20T15:26:00Z",
                "20.6.2016|2016-06-19T22:00:00Z",
                "20.6.2016 17:26|2016-06-20T15:26:00Z",
                "2016-06-20T17:26:44-05:00|2016-06-20T22:26:44Z",
                "2016-06-20 17:26:44 UTC|2016-06-20T17:26:44Z"
            })
    void readsDatesInAllTheAcceptedForms(String text, String instant) {
        assertThat(Coercion.toMoment(Text.of(text), PRAGUE)).isEqualTo(new Ok(new Moment(Instant.parse(instant))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-06",
                "20.6.",
                "06/2016",
                "2016-13-01",
                "2016-02-30",
                "31.6.2016",
                "06-20-2016",
                "2016.06.20",
                "hello",
                "2016-06-20T",
                "2016-06-20 25:00",
                "2016-06-20 10:00 XYZ",
                "2016-06-20x",
                "17:26",
                "20160620",
                "2016-06-20 13:00 PM"
            })
    void refusesWhatIsNoDateWithDayMonthAndYear(String text) {
        assertThat(Coercion.toMoment(Text.of(text), PRAGUE)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"5:06, 05:06:00", "17:26:44, 17:26:44", "5:26 PM, 17:26:00", "0:00, 00:00:00"})
    void readsTimes(String text, String written) {
        assertThat(Coercion.toTime(Text.of(text), ZoneOffset.UTC)).isEqualTo(new Ok(Text.of(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999", "0x10", "1,5", "1 000", "--1", "Infinity", "NaN", "٣", "+", "."})
    void refusesWhatIsNoNumber(String text) {
        assertThat(Coercion.toNumber(Text.of(text), ZoneOffset.UTC)).isInstanceOf(Refused.class);
    }

    @Test
    void eraseIsTheEmptyListOrText() {
        assertThat(Coercion.toItems(Nothing.ERASE, ZoneOffset.UTC)).isEqualTo(new Ok(Items.EMPTY));
        assertThat(Coercion.toText(Nothing.ERASE, ZoneOffset.UTC)).isEqualTo(new Ok(Text.EMPTY));
    }

    @Test
    void refusesToWriteBottomlessCollections() {
        Value deep = Num.of(1);
        for (int i = 0; i < 10_000; i++) {
            deep = Fields.of("a", deep);
        }
        assertThat(((Refused) Coercion.toText(deep, ZoneOffset.UTC)).reason())
                .isEqualTo("A collection is nested too deep to be written as text");
    }

    @Test
    void showsTheBeginningOfWhatWasRefused() {
        Coercion refused = Coercion.toNumber(Text.of("12 apples " + "x".repeat(500)), ZoneOffset.UTC);
        assertThat(((Refused) refused).reason()).startsWith("“12 apples xxx").endsWith("…” is not a number");
        assertThat(((Refused) refused).said().in(Locale.FRENCH)).endsWith("n’est pas un nombre");
    }
}
