package dev.tutti.value;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A sentence for people, in the language of whoever reads it. The part of the key before its first point names the
 * folder of texts: {@code expression.error.x} is in {@code i18n/expression/messages_en.properties}.
 *
 * @param arguments what stands for {0}, {1}… in the text
 */
public record Message(String key, List<String> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments).stream().map(String::valueOf).toList());
    }

    /** The sentence in French for French readers, else in English. */
    public String in(Locale locale) {
        String part = key.substring(0, Math.max(0, key.indexOf('.')));
        String pattern = text(part, key, locale);
        StringBuilder out = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            boolean place = i + 2 < pattern.length() && pattern.charAt(i) == '{' && pattern.charAt(i + 2) == '}';
            int argument = place ? pattern.charAt(i + 1) - '0' : -1;
            if (argument >= 0 && argument < arguments.size()) {
                out.append(arguments.get(argument));
                i += 2;
            } else {
                out.append(pattern.charAt(i));
            }
        }
        return out.toString();
    }

    /** A text of a part without arguments; the key itself where it has none. */
    public static String text(String part, String key, Locale locale) {
        Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        try {
            return ResourceBundle.getBundle("i18n." + part + ".messages", language)
                    .getString(key);
        } catch (MissingResourceException untranslated) {
            return key;
        }
    }

    /** The sentence in English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
