package dev.tutti.expression;

import dev.tutti.value.Message;
import java.util.Locale;

/**
 * Why an expression has no value.
 *
 * @param said what happened and why
 * @param function the function or operator where it happened, empty where it was in none
 * @param from where that stands in the source
 * @param to the first character after it
 * @param hint what to do about it
 */
public record ExpressionError(Message said, String function, int from, int to, Message hint) {
    static final String TIME_LIMIT = "expression.limit.time";

    /** In English. */
    public String message() {
        return said.toString();
    }

    public String message(Locale locale) {
        return said.in(locale);
    }

    /** In English. */
    public String advice() {
        return hint.toString();
    }

    public String advice(Locale locale) {
        return hint.in(locale);
    }

    /**
     * Whether only the clock stopped it. All other errors come again with the same data; this one may not, so the
     * attempt is repeated rather than its failure recorded.
     */
    public boolean isTimeLimit() {
        return said.key().equals(TIME_LIMIT);
    }
}
