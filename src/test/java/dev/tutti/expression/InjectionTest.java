package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What breaks out of other expression engines is text or an error here. Each payload would make the canary file if
 * anything ran it.
 */
class InjectionTest {
    private static final Path CANARY = Path.of("target", "canary");

    static List<String> payloads() throws IOException {
        try (InputStream in = InjectionTest.class.getResourceAsStream("/fixtures/injections.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aPayloadIsTextOrATypedErrorWhereverItStands(String payload) {
        for (String template : List.of(
                payload,
                "{{" + payload + "}}",
                "{{upper(" + payload + ")}}",
                "{{\"" + payload.replace("\"", "\"\"") + "\"}}",
                "{{get(1; \"" + payload.replace("\"", "\"\"") + "\")}}",
                "{{1.`" + payload.replace("`", "") + "`}}")) {
            harmless(template);
        }
        World world = new World().with(1, Fields.of("p", Text.of(payload)));
        assertThat(world.value("{{1.p}}")).isEqualTo(Text.of(payload));
        assertThat(world.value("x{{1.p}}y")).isEqualTo(Text.of("x" + payload + "y"));
        assertThat(Files.exists(CANARY)).isFalse();
    }

    private static void harmless(String template) {
        switch (Expressions.parse(template)) {
            case Parse.Bad bad -> assertThat(bad.problems()).anyMatch(Problem::isError);
            case Parse.Ok(Template parsed) -> {
                Evaluated evaluated = Expressions.compile(parsed).evaluate(new World());
                if (evaluated instanceof Evaluated.Ok(Value value)) {
                    assertThat(isPlain(value)).as(template).isTrue();
                }
            }
        }
    }

    /** Data and nothing else: no file of the server, no object behind it. */
    private static boolean isPlain(Value value) {
        return switch (value) {
            case Blob blob -> blob.content() instanceof Blob.Content.Inline;
            case Items(List<Value> items) -> items.stream().allMatch(InjectionTest::isPlain);
            case Fields fields -> fields.fields().values().stream().allMatch(InjectionTest::isPlain);
            default -> true;
        };
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(payloads()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void theResultOfATemplateIsNeverATemplate() {
        World world =
                new World().with(1, Fields.of("p", Text.of("{{2.secret}}"))).with(2, "{\"secret\":\"s\"}");
        assertThat(world.value("{{1.p}}")).isEqualTo(Text.of("{{2.secret}}"));
        assertThat(world.value("a{{\"{{\"}}2.secret}}")).isEqualTo(Text.of("a{{2.secret}}"));
        assertThat(Stream.of("{{get(2; 1.p)}}", "{{replace(1.p; \"x\"; \"y\")}}")
                        .map(world::value))
                .noneMatch(Text.of("s")::equals);
    }
}
