package dev.tutti.connector;

import dev.tutti.value.Fields;
import dev.tutti.value.Text;

/** What stands between the parts that an aggregator joins. */
public final class Separator {

    private Separator() {}

    /** A field for the choice. */
    public static Field field(String key, String standard) {
        return Field.select(key, "none", "newline", "space", "tab", "comma", "semicolon", "other")
                .byDefault(standard)
                .unmapped();
    }

    /** A field for the text where the choice in the field {@code key} is "other". */
    public static Field other(String key) {
        return Field.text(otherKey(key)).when(key, "other").unmapped();
    }

    /** The choice for what Make calls this separator: the text itself, or "other". */
    public static String fromMake(String separator) {
        return switch (separator) {
            case "\n", "\\n" -> "newline";
            case "\t", "\\t" -> "tab";
            case " " -> "space";
            case "," -> "comma";
            case ";" -> "semicolon";
            case "other" -> "other";
            default -> "none";
        };
    }

    /**
     * The choice in the field {@code key} written as Make's static setting {@code there}: the text itself, or "other" with
     * the text beside it.
     */
    public static MakeWriting toMake(MakeWriting writing, Fields values, String key, String there, String standard) {
        String text = in(values, key, standard);
        String known = fromMake(text);
        boolean other = known.equals("none") && !text.isEmpty() || known.equals("other");
        return other
                ? writing.set(there, Text.of("other")).set(otherKey(there), Text.of(text))
                : writing.set(there, Text.of(text));
    }

    /**
     * The text that the values of a module choose.
     *
     * @param key of the field, such as {@code separator}; the text for "other" is in {@code otherSeparator}
     */
    public static String in(Fields values, String key, String standard) {
        String choice = values.get(key) instanceof Text(String text) && !text.isEmpty() ? text : standard;
        return switch (choice) {
            case "newline" -> "\n";
            case "space" -> " ";
            case "tab" -> "\t";
            case "comma" -> ",";
            case "semicolon" -> ";";
            case "other" -> values.get(otherKey(key)) instanceof Text(String text) ? text : "";
            default -> "";
        };
    }

    /** The field that holds the text for "other". */
    public static String otherKey(String key) {
        return "other" + Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }
}
