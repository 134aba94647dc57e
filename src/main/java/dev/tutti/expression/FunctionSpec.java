package dev.tutti.expression;

import dev.tutti.value.Message;
import java.util.List;
import java.util.Locale;

/**
 * A function as the palette shows it. Its help is at {@code function.<name>.help} and
 * {@code function.<name>.arg.<n>} (n from 1) in the messages.
 *
 * @param extension whether it is beyond what Make documents
 */
public record FunctionSpec(
        String name, Group group, List<Argument> arguments, List<Example> examples, boolean extension) {
    public enum Group {
        GENERAL,
        MATH,
        TEXT,
        DATES,
        ARRAYS,
        ENCODING
    }

    /**
     * What it is given.
     *
     * @param repeated whether it may be given any number of times; only the last ones can be
     */
    public record Argument(String name, Type type, boolean optional, boolean repeated) {}

    public enum Type {
        ANY,
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        ARRAY,
        COLLECTION,
        BUFFER
    }

    /**
     * A call and what it gives.
     *
     * @param expression without braces
     * @param result as JSON
     */
    public record Example(String expression, String result) {}

    /** For example {@code formatNumber(number; decimals; [decimalSeparator]; [thousandsSeparator])}. */
    public String signature() {
        StringBuilder out = new StringBuilder(name).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            out.append(i == 0 ? "" : "; ");
            out.append(argument.optional() ? "[" + argument.name() + "]" : argument.name());
            out.append(argument.repeated() ? "…" : "");
        }
        return out.append(')').toString();
    }

    /** One line on what it gives. */
    public String help(Locale locale) {
        return Message.text("expression", "function." + name + ".help", locale);
    }

    /**
     * One line on an argument.
     *
     * @param argument from 0
     */
    public String help(int argument, Locale locale) {
        return Message.text("expression", "function." + name + ".arg." + (argument + 1), locale);
    }

    /** How many arguments it needs. */
    public int least() {
        return (int) arguments.stream().filter(argument -> !argument.optional()).count();
    }

    /** How many it looks at. */
    public int most() {
        boolean open = arguments.stream().anyMatch(Argument::repeated);
        return open ? Integer.MAX_VALUE : arguments.size();
    }
}
