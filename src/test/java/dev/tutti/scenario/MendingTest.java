package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.exchange.FileText;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How files are read that people and programs have damaged. In these tables, $ is a quote and ¶ a line break. */
class MendingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "{$a$: 1,} ~ {$a$:1} ~ 1:8 comma",
                "[1,,2] ~ [1,2] ~ 1:4 comma",
                "[1 ¶ 2] ~ [1,2] ~ 2:2 no-comma",
                "{$a$: 1 $b$: 2} ~ {$a$:1,$b$:2} ~ 1:9 no-comma",
                "{$a$ 1} ~ {$a$:1} ~ 1:2 colon",
                "{a: 1} ~ {$a$:1} ~ 1:2 name",
                "{'a': 'it is'} ~ {$a$:$it is$} ~ 1:2 quotes, 1:7 quotes",
                "{“a”: “b”} ~ {$a$:$b$} ~ 1:2 quotes, 1:7 quotes",
                "{$a$: «b»} ~ {$a$:$b$} ~ 1:7 quotes",
                "{$a$: yes} ~ {$a$:$yes$} ~ 1:7 unquoted",
                "{$a$: True, $b$: None} ~ {$a$:true,$b$:null} ~ 1:7 word, 1:18 word",
                "{$a$: .5} ~ {$a$:$.5$} ~ 1:7 unquoted",
                "// hi¶{$a$: 1 /* two */} ~ {$a$:1} ~ 1:1 comment, 2:9 comment",
                "```json¶{$a$: 1}¶``` ~ {$a$:1} ~ 1:1 fence, 3:1 fence",
                "Here it is: {$a$: 1} ~ {$a$:1} ~ 1:1 before",
                "{$a$: 1} and more ~ {$a$:1} ~ 1:10 after",
                "{$a$: $one¶two$} ~ {$a$:$one\\ntwo$} ~ 1:11 line-break",
                "{$a$: $say $hi$ now$} ~ {$a$:$say \\$hi\\$ now$} ~ 1:12 inner-quote",
                "{$a$: $c:\\dir$} ~ {$a$:$c:\\\\dir$} ~ 1:10 escape",
                "{$a$: [1, {$b$: $c ~ {$a$:[1,{$b$:$c$}]} ~ 1:1 end, 1:7 end, 1:11 end, 1:17 open-text",
                "{$a$: ~ {$a$:null} ~ 1:1 end, 1:2 no-value",
                "{$a$: [1} ~ {$a$:[1]} ~ 1:9 unclosed",
                "[{$a$: 1] ~ [{$a$:1}] ~ 1:9 unclosed",
                "{$__proto__$: {$x$: 1},} ~ {$__proto__$:{$x$:1}} ~ 1:23 comma"
            })
    void whatIsDamagedIsReadAndToldWithItsPlace(String damaged, String read, String repairs) {
        FileText.Read mended = (FileText.Read) FileText.read(unfold(damaged));

        assertThat(Json.write(mended.value())).isEqualTo(unfold(read));
        assertThat(mended.repairs().stream().map(MendingTest::shown)).isEqualTo(List.of(repairs.split(", ")));
    }

    @Test
    void everyRepairHasItsSentenceInBothLanguages() {
        for (String code : List.of(
                "before",
                "after",
                "comma",
                "no-comma",
                "unclosed",
                "end",
                "colon",
                "no-value",
                "name",
                "unquoted",
                "word",
                "comment",
                "fence",
                "quotes",
                "inner-quote",
                "line-break",
                "control",
                "open-text",
                "escape",
                "more")) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                assertThat(Message.of("exchange.mend." + code, "x").in(locale)).doesNotContain("exchange.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "hello", "<xml/>", "[[[[[", "17:30"})
    void whatIsNothingLikeItStaysWhatItIs(String text) {
        if (FileText.read(text) instanceof FileText.Read(var value, var repairs)) {
            assertThat(repairs).as(Json.write(value)).isNotEmpty();
        }
    }

    @Test
    void aFileOfWindowsIsReadInItsOwnCharacters() {
        byte[] bytes = "\uFEFF{\"name\": \"é\"}".getBytes(StandardCharsets.UTF_16LE);

        assertThat(FileText.read(bytes)).isInstanceOfSatisfying(FileText.Read.class, read -> {
            assertThat(Json.write(read.value())).isEqualTo("{\"name\":\"é\"}");
            assertThat(read.repairs()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[", "{'", "{a:", "//", "{\"a\" \"b\" ", "“", "{\"a\": \"b\" \"", "/*", "\\"})
    void repeatedAMillionTimesItIsRefusedAtOnce(String part) {
        byte[] bytes = part.repeat(1_000_000 / part.length()).getBytes(StandardCharsets.UTF_8);

        assertThat(Takeover.milliseconds(() -> FileText.read(bytes))).isLessThan(1_000);
        assertThat(Takeover.refused(bytes)).isPresent();
    }

    private static String shown(FileText.Repair repair) {
        return repair.line() + ":" + repair.column() + " " + repair.what().key().replace("exchange.mend.", "");
    }

    private static String unfold(String text) {
        return text.replace('$', '"').replace('¶', '\n');
    }
}
