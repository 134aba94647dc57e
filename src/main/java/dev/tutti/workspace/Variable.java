package dev.tutti.workspace;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value with a name that all scenarios of the workspace read as {@code {{var.workspace.NAME}}}. It is plain text to
 * everybody who may see scenarios: no place for secrets.
 *
 * @param content the value as its type writes it
 */
public record Variable(String name, Type type, String content, Instant changedAt) {

    /** The longest content, in letters. */
    public static final int LONGEST = 20_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]{0,127}");
    private static final int MOST_DIGITS = 400;

    /** What kind of value it holds; it never changes. */
    public enum Type {
        NUMBER,
        TEXT,
        BOOLEAN,
        DATE;

        /** The word in the API, in small letters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the word again. */
        public static Optional<Type> of(String word) {
            for (Type type : values()) {
                if (type.word().equals(word)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }

        /** The content in the one form of this type; empty where it is none. */
        public Optional<String> read(String text) {
            if (text.length() > LONGEST) {
                return Optional.empty();
            }
            String stripped = text.strip();
            try {
                return switch (this) {
                    case TEXT -> Optional.of(text);
                    case NUMBER ->
                        Optional.of(new BigDecimal(stripped))
                                .filter(number -> Math.abs((long) number.precision() - number.scale()) < MOST_DIGITS
                                        && Math.abs((long) number.scale()) < MOST_DIGITS)
                                .map(BigDecimal::toPlainString);
                    case BOOLEAN ->
                        Optional.of(stripped.toLowerCase(Locale.ROOT))
                                .filter(word -> word.equals("true") || word.equals("false"));
                    case DATE ->
                        Optional.of(OffsetDateTime.parse(stripped).toInstant().toString());
                };
            } catch (NumberFormatException | DateTimeException wrong) {
                return Optional.empty();
            }
        }
    }

    /** Letters, digits, {@code _} and {@code $}, at most 128, no digit first. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
