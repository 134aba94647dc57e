package dev.tutti.expression;

import java.util.List;
import java.util.Set;

/** The mapping language: text with {@code {{…}}} in it. */
public final class Expressions {
    private Expressions() {}

    public static Parse parse(String template) {
        return parse(template, Set.of());
    }

    /** @param names roots of named data that the scope will know, beside {@code var} */
    public static Parse parse(String template, Set<String> names) {
        throw new UnsupportedOperationException("next commit");
    }

    /** A template that parses to this expression. */
    public static String print(Expression expression) {
        throw new UnsupportedOperationException("next commit");
    }

    public static Compiled compile(Template template) {
        throw new UnsupportedOperationException("next commit");
    }

    /** Every function, for the palette. */
    public static List<FunctionSpec> functions() {
        throw new UnsupportedOperationException("next commit");
    }
}
