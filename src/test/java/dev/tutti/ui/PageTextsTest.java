package dev.tutti.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.connection.Connection;
import dev.tutti.connection.ConnectionType;
import dev.tutti.run.Cause;
import dev.tutti.run.RunStatus;
import dev.tutti.scenario.ImportReport;
import dev.tutti.workspace.Messages;
import dev.tutti.workspace.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages find all their texts, and there are no texts that no page wants. */
class PageTextsTest {

    private static final Pattern LITERAL = Pattern.compile("\"(ui\\.[A-Za-z0-9.-]*)\"");

    private final Messages messages = new Messages();

    @Test
    void everyTextThatAPageNamesIsThere() {
        Set<String> named = literals().filter(key -> !key.endsWith(".")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(messages.has(key)).as(key).isTrue());
    }

    @Test
    void everyTextIsWantedByAPage() {
        Set<String> wanted = literals().collect(Collectors.toSet());
        assertThat(messages.all(Locale.ENGLISH).keySet().stream().filter(key -> key.startsWith("ui.")))
                .allSatisfy(key -> assertThat(wanted.stream()
                                .anyMatch(name -> key.equals(name)
                                        || key.equals(name + ".why")
                                        || key.equals(name + ".lead")
                                        || (name.endsWith(".") && key.startsWith(name))))
                        .as(key)
                        .isTrue());
    }

    @Test
    void everyStateHasAWord() {
        all(RunStatus.values(), RunStatus::word, "ui.run.status.");
        all(Cause.values(), Cause::word, "ui.trigger.");
        all(ConnectionType.values(), ConnectionType::code, "ui.connections.type.");
        all(Connection.Status.values(), PageTextsTest::small, "ui.connections.status.");
        all(Theme.values(), PageTextsTest::small, "ui.theme.");
        all(ImportReport.Grade.values(), PageTextsTest::small, "ui.import.grade.");
    }

    private <T> void all(T[] values, Function<T, String> word, String prefix) {
        assertThat(Stream.of(values).map(value -> prefix + word.apply(value)))
                .allSatisfy(key -> assertThat(messages.has(key)).as(key).isTrue());
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Stream<String> literals() {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/tutti/ui"))) {
            return files
                    .map(PageTextsTest::text)
                    .flatMap(text -> LITERAL.matcher(text).results())
                    .map((MatchResult found) -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
