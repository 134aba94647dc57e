package dev.tutti.expression;

import dev.tutti.value.Message;
import java.util.Locale;
import java.util.Optional;

/**
 * Something wrong, or probably not meant, at a place in a field.
 *
 * @param said what and why
 * @param from where it begins in the source
 * @param to the first character after it
 * @param hint what to do about it
 */
public record Problem(Message said, int from, int to, Severity severity, Optional<Message> hint) {
    public enum Severity {
        /** The field cannot be evaluated. */
        ERROR,
        /** It can, but probably not as it was meant. */
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public String message(Locale locale) {
        return said.in(locale);
    }

    /** Empty where there is nothing to advise. */
    public String advice(Locale locale) {
        return hint.map(advice -> advice.in(locale)).orElse("");
    }

    static Problem error(String key, int from, int to, Object... arguments) {
        return new Problem(
                Message.of("expression.problem." + key, arguments), from, to, Severity.ERROR, Optional.empty());
    }

    static Problem warning(String key, int from, int to, Object... arguments) {
        return new Problem(
                Message.of("expression.problem." + key, arguments), from, to, Severity.WARNING, Optional.empty());
    }

    Problem advise(String key, Object... arguments) {
        return new Problem(said, from, to, severity, Optional.of(Message.of("expression.advice." + key, arguments)));
    }
}
