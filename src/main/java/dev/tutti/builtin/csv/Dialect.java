package dev.tutti.builtin.csv;

import dev.tutti.connector.Field;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.util.Optional;

/** How a table is written as text: what stands between columns, and what around those that hold it. */
final class Dialect {

    private Dialect() {}

    static Field delimiter() {
        return Field.select("delimiter", "comma", "semicolon", "tab", "pipe", "other")
                .byDefault("comma");
    }

    static Field other() {
        return Field.text("otherDelimiter").when("delimiter", "other");
    }

    /** Empty where "other" is not exactly one character that can be used. */
    static Optional<Character> delimiter(Fields input) {
        String chosen = input.get("delimiter") instanceof Text(String text) ? text : "";
        String written = switch (chosen) {
            case "semicolon" -> ";";
            case "tab" -> "\t";
            case "pipe" -> "|";
            case "other" -> input.get("otherDelimiter") instanceof Text(String text) ? text : "";
            default -> ",";
        };
        return written.length() == 1 && "\"\r\n".indexOf(written.charAt(0)) < 0
                ? Optional.of(written.charAt(0))
                : Optional.empty();
    }
}
