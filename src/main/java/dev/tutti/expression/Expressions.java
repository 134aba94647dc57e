package dev.tutti.expression;

import java.util.List;
import java.util.Set;

/** The mapping language: text with {@code {{…}}} in it. */
public final class Expressions {
    private Expressions() {}

    public static Parse parse(String template) {
        return parse(template, Set.of());
    }

    /**
     * As {@link #parse(String)} where more names mean something.
     *
     * @param names roots of named data that the scope will know, beside {@code var}
     */
    public static Parse parse(String template, Set<String> names) {
        return Parsing.read(template, names).parse();
    }

    /** A template that parses to this expression. */
    public static String print(Expression expression) {
        return Printing.template(expression);
    }

    public static Compiled compile(Template template) {
        return Compiling.compile(template);
    }

    /** Every function, for the palette. */
    public static List<FunctionSpec> functions() {
        return Functions.specs();
    }
}
