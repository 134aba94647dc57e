package dev.tutti.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A sentence for people, in the language of whoever reads it. The part of the key before its first point names the
 * folder of texts: {@code expression.error.x} is in {@code i18n/expression/messages_en.properties}.
 *
 * @param arguments what stands for {0}, {1}… in the text; each may be a sentence itself
 */
public record Message(String key, List<String> arguments) {
    /** Begins an argument that is a sentence itself; no text that people write contains it. */
    private static final String NESTED = "\u0001";

    private static final char TWO = '\u0002';
    private static final char NEXT = '\u0003';
    private static final char ESCAPE = '\u0004';

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(
                key, List.of(arguments).stream().map(Message::argument).toList());
    }

    private static String argument(Object argument) {
        return argument instanceof Message message ? NESTED + message.stored() : String.valueOf(argument);
    }

    /** The key and the arguments as a text that can be kept, for readers of any language. */
    public String stored() {
        StringBuilder out = new StringBuilder(key);
        for (String argument : arguments) {
            out.append(NEXT);
            argument.chars().forEach(c -> {
                boolean special = c >= TWO && c <= ESCAPE;
                out.append(special ? "" + ESCAPE + (char) ('0' + c) : "" + (char) c);
            });
        }
        return out.toString();
    }

    /** Reads what {@link #stored} gave. */
    public static Message restored(String stored) {
        String[] parts = stored.split("" + NEXT, -1);
        List<String> arguments = new ArrayList<>();
        for (int part = 1; part < parts.length; part++) {
            StringBuilder argument = new StringBuilder();
            for (int i = 0; i < parts[part].length(); i++) {
                boolean escaped = parts[part].charAt(i) == ESCAPE && i + 1 < parts[part].length();
                argument.append(escaped ? (char) (parts[part].charAt(++i) - '0') : parts[part].charAt(i));
            }
            arguments.add(argument.toString());
        }
        return new Message(parts[0], arguments);
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
                String given = arguments.get(argument);
                out.append(
                        given.startsWith(NESTED) ? restored(given.substring(1)).in(locale) : given);
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
