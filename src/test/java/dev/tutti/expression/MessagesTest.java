package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"expression", "value"})
    void bothLanguagesSayTheSameThings(String part) throws IOException {
        Properties english = load(part, "en");
        Properties french = load(part, "fr");
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(french.getProperty(key))
                    .as(key)
                    .doesNotContainPattern(" [:;!?»]|« ")
                    .doesNotContain("'");
            assertThat(english.getProperty(key)).as(key).doesNotContain("'");
        }
    }

    /** A key that the code names must have a text. */
    @Test
    void everyKeyInTheCodeHasItsText() throws IOException {
        Set<String> texts = load("expression", "en").stringPropertyNames();
        Pattern literal = Pattern.compile("\"(expression\\.[a-zA-Z.]+[a-zA-Z])\"");
        Pattern problem = Pattern.compile("Problem\\.(?:error|warning)\\(\\s*\"([a-zA-Z.]+)\"");
        Pattern advice = Pattern.compile("\\.advise\\(\"([a-zA-Z.]+)\"");
        Pattern halt = Pattern.compile("call\\.halt\\(\"([a-zA-Z.]+)\"");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/tutti/expression"))) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                literal.matcher(source).results().forEach(found -> used.add(found.group(1)));
                problem.matcher(source).results().forEach(found -> used.add("expression.problem." + found.group(1)));
                advice.matcher(source).results().forEach(found -> used.add("expression.advice." + found.group(1)));
                halt.matcher(source).results().forEach(found -> {
                    used.add("expression.error." + found.group(1));
                    used.add("expression.advice." + found.group(1));
                });
            }
        }
        used.removeAll(Set.of("expression.problem", "expression.error", "expression.advice"));
        assertThat(texts).containsAll(used);
        Set<String> unused = new TreeSet<>(texts);
        unused.removeIf(key -> key.startsWith("function."));
        unused.removeAll(used);
        assertThat(unused).isEmpty();
    }

    private static Set<String> places(String text) {
        Matcher matcher = Pattern.compile("\\{[0-9]}").matcher(text);
        return matcher.results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static Properties load(String part, String language) throws IOException {
        String name = "/i18n/" + part + "/messages_" + language + ".properties";
        try (InputStream in = MessagesTest.class.getResourceAsStream(name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }
}
