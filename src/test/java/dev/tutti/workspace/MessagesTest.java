package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts of all parts. */
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\{)\\{(\\d+)[,}]");
    /** Semicolons and colons right behind a word also occur in examples of formulas, so those are let pass. */
    private static final Pattern LOOSE_SIGN =
            Pattern.compile("\\p{L}[!?»](?=\\s|$)|[ \u00a0][:;!?»](?=\\s|$)|«(?!\u202f)");

    private final Messages messages = new Messages();
    private final Map<String, String> english = messages.all(Locale.ENGLISH);
    private final Map<String, String> french = messages.all(Locale.FRENCH);

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(english).isNotEmpty();
        assertThat(new TreeSet<>(french.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @Test
    void bothLanguagesFillInTheSamePlaces() {
        assertThat(english)
                .allSatisfy((key, text) -> assertThat(placeholders(french.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(text)));
    }

    @Test
    void noTextIsEmpty() {
        assertThat(english).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        assertThat(french).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    /** In a pattern a straight apostrophe hides what follows it. */
    @Test
    void textsThatAreFilledInHaveNoStraightApostrophe() {
        for (Map<String, String> texts : java.util.List.of(english, french)) {
            assertThat(texts).allSatisfy((key, text) -> {
                if (!placeholders(text).isEmpty()) {
                    assertThat(text).as(key).doesNotContain("'");
                }
            });
        }
    }

    @Test
    void frenchSignsStandBehindANarrowSpace() {
        assertThat(french)
                .allSatisfy((key, text) -> assertThat(LOOSE_SIGN.matcher(text).find())
                        .as(key + ": " + text)
                        .isFalse());
    }

    @Test
    void fillsInAndFallsBackToEnglish() {
        assertThat(messages.text("workspace.password.short", Locale.CANADA_FRENCH))
                .startsWith("Le mot de passe");
        assertThat(messages.text("workspace.password.short", Locale.JAPANESE)).startsWith("The password");
        assertThat(messages.text("connection.trial.ok", Locale.ENGLISH, "204")).contains("204");
    }

    @Test
    void aMissingTextIsAnErrorInTestsAndItsKeyOtherwise() {
        assertThatThrownBy(() -> messages.text("no.such.text", Locale.ENGLISH))
                .isInstanceOf(MissingResourceException.class);
        assertThat(new Messages(false).text("no.such.text", Locale.ENGLISH)).isEqualTo("no.such.text");
    }

    private static SortedSet<String> placeholders(String text) {
        SortedSet<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
