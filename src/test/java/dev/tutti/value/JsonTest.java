package dev.tutti.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.value.Json.Malformed;
import dev.tutti.value.Json.Parsed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "61.5",
                "1",
                "-12345678901234567890.5",
                "true",
                "null",
                "\"a\\n\\\"b\"",
                "[]",
                "{}",
                "{\"b\":1,\"a\":[1,{\"c\":null}],\"é\":\"👋\"}"
            })
    void writesWhatItRead(String json) {
        assertThat(Json.write(parsed(json))).isEqualTo(json);
        assertThat(new String(Json.bytes(parsed(json)), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(Json.parse(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(Json.parse(json));
        assertThat(Json.parse(stream(json))).isEqualTo(Json.parse(json));
    }

    @Test
    void keepsWholeNumbersWholeAndDecimalsAsTheyAre() {
        assertThat(parsed("[1.0, 61.50, 1e3, 0.1]")).isEqualTo(parsed("[1,61.5,1000,0.1]"));
        assertThat(Json.write(parsed("[1.0, 61.50, 1e3, 0.1]"))).isEqualTo("[1,61.5,1000,0.1]");
    }

    @Test
    void writesDatesFilesAndNothing() {
        Value value = Fields.builder()
                .put("at", new Moment(Instant.parse("2016-06-20T17:26:44.356Z")))
                .put("whole", new Moment(Instant.parse("2016-06-20T17:26:44Z")))
                .put("old", new Moment(Instant.parse("-0044-03-15T12:00:00Z")))
                .put("gone", Nothing.IGNORE)
                .put("erased", Nothing.ERASE)
                .put("small", Blob.of("a.txt", "text/plain", new byte[] {72, 105}))
                .put("large", Blob.of("b.bin", "x/y", new byte[64 * 1024]))
                .put("stored", new Blob("c.pdf", "application/pdf", 9, new Blob.Content.Stored("id")))
                .put("list", Items.of(Num.of(1), Nothing.IGNORE, Num.of(2)))
                .build();
        assertThat(Json.write(value))
                .isEqualTo(
                        "{\"at\":\"2016-06-20T17:26:44.356Z\",\"whole\":\"2016-06-20T17:26:44.000Z\","
                                + "\"old\":\"-0044-03-15T12:00:00.000Z\",\"erased\":null,"
                                + "\"small\":{\"name\":\"a.txt\",\"mediaType\":\"text/plain\",\"size\":2,\"data\":\"SGk=\"},"
                                + "\"large\":{\"name\":\"b.bin\",\"mediaType\":\"x/y\",\"size\":65536},"
                                + "\"stored\":{\"name\":\"c.pdf\",\"mediaType\":\"application/pdf\",\"size\":9},\"list\":[1,2]}");
        assertThat(Json.write(Nothing.IGNORE)).isEqualTo("null");
    }

    @Test
    void neverMakesAFileOfWhatAUserWrote() {
        Value value = parsed(
                "{\"name\":\"x\",\"mediaType\":\"y\",\"size\":3,\"id\":\"etc/passwd\",\"content\":{\"id\":\"1\"}}");
        assertThat(value).isInstanceOf(Fields.class);
        assertThat(((Fields) value).fields().values()).noneMatch(Blob.class::isInstance);
    }

    @Test
    void writesPrettily() {
        assertThat(Json.writePretty(parsed("{\"a\":[1,2],\"b\":{}}")))
                .isEqualTo("{\n  \"a\" : [\n    1,\n    2\n  ],\n  \"b\" : { }\n}");
    }

    @Test
    void streamsWithoutClosing() {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        Json.write(Num.of(5), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("5");
        assertThat(closed[0]).isFalse();
    }

    @Test
    void saysWhereTheMistakeIs() {
        Malformed malformed = malformed("{\n  \"a\": 1,\n  \"b\": }");
        assertThat(malformed.line()).isEqualTo(3);
        assertThat(malformed.column()).isEqualTo(8);
        assertThat(malformed.message()).startsWith("This is not correct JSON.").doesNotContain("code 125");
        assertThat(malformed("{\"a\":").message()).contains("ends too early");
        assertThat(malformed("").message()).contains("empty");
        assertThat(malformed("1 2").message()).contains("after its end");
        assertThat(malformed("{'a':1}").message()).startsWith("This is not correct JSON.");
        assertThat(malformed("").said().in(Locale.FRENCH)).isEqualTo("Il n’y a pas de JSON\u202f: le texte est vide");
    }

    @Test
    void refusesBombs() {
        assertThat(malformed("[".repeat(100_000)).message()).contains("200 levels");
        assertThat(malformed("\"" + "a".repeat(5_000_001) + "\"").message()).contains("5 million characters");
        assertThat(malformed("1".repeat(1_001)).message()).contains("1,000 digits");
        assertThat(malformed("[1e500]").message()).contains("too large");
        assertThat(malformed("[1e-999999999]").message()).contains("too large");
        assertThat(malformed("[" + "1,".repeat(1_000_000) + "1]").message()).contains("1 million parts");
        assertThat(malformed("{\"" + "a".repeat(50_001) + "\":1}").message()).contains("50,000");
    }

    @Test
    void refusesDocumentsOverTheLimit() {
        String json = "[\"" + "a".repeat(100) + "\"]";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(Json.parse(bytes, bytes.length)).isInstanceOf(Parsed.class);
        assertThat(Json.parse(bytes, bytes.length - 1)).isInstanceOf(Malformed.class);
        assertThat(Json.parse(stream(json), bytes.length)).isInstanceOf(Parsed.class);
        assertThat(((Malformed) Json.parse(stream(json), 50)).message()).contains("larger than 50 bytes");
        assertThat(malformed("[\"" + "a".repeat(10_000_000) + "\"]").message()).contains("10000000 bytes");
    }

    @Test
    void passesOnWhatTheStreamSuffered() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws java.io.IOException {
                throw new java.io.IOException("cut");
            }
        };
        assertThatThrownBy(() -> Json.parse(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cut");
    }

    @Test
    void readsBackWhatItWrites() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            Value value = Arbitrary.json(random, 4);
            assertThat(parsed(Json.write(value))).isEqualTo(value);
            assertThat(parsed(Json.writePretty(value))).isEqualTo(value);
        }
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Value parsed(String json) {
        return ((Parsed) Json.parse(json)).parsed();
    }

    private static Malformed malformed(String json) {
        return (Malformed) Json.parse(json);
    }
}
