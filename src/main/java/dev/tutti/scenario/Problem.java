package dev.tutti.scenario;

import dev.tutti.value.Message;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something about a blueprint that a person should know.
 *
 * @param code names the kind of problem for programs, such as {@code missing-reference}
 * @param said what is the matter
 * @param hint what to do about it
 * @param module the number of the module it concerns
 * @param link the link it concerns
 * @param field the path of the field it concerns, such as {@code headers[1].value}
 * @param from where it begins in the text of that field, in characters
 * @param to where it ends, exclusive
 */
public record Problem(
        Severity severity,
        String code,
        Message said,
        Optional<Message> hint,
        OptionalInt module,
        Optional<Ends> link,
        Optional<String> field,
        OptionalInt from,
        OptionalInt to) {

    /** Errors keep a scenario from being published; the others do not. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /** The two modules that the link in question joins. */
    public record Ends(int from, int to) {}

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** About the scenario as a whole; its texts are {@code scenario.problem.<code>} and {@code ….advice}. */
    static Problem of(Severity severity, String code, Object... arguments) {
        String key = "scenario.problem." + code;
        return new Problem(
                severity,
                code,
                Message.of(key, arguments),
                Optional.of(Message.of(key + ".advice", arguments)),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    static Problem error(String code, Object... arguments) {
        return of(Severity.ERROR, code, arguments);
    }

    static Problem warning(String code, Object... arguments) {
        return of(Severity.WARNING, code, arguments);
    }

    static Problem info(String code, Object... arguments) {
        return of(Severity.INFO, code, arguments);
    }

    /** What the parser of expressions found. */
    static Problem of(dev.tutti.expression.Problem found) {
        return new Problem(
                found.isError() ? Severity.ERROR : Severity.WARNING,
                "expression",
                found.said(),
                found.hint(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(found.from()),
                OptionalInt.of(found.to()));
    }

    Problem in(int module) {
        return new Problem(severity, code, said, hint, OptionalInt.of(module), link, field, from, to);
    }

    Problem on(Link which) {
        return new Problem(
                severity, code, said, hint, module, Optional.of(new Ends(which.from(), which.to())), field, from, to);
    }

    Problem at(String path) {
        return new Problem(severity, code, said, hint, module, link, Optional.of(path), from, to);
    }

    Problem span(int begin, int end) {
        return new Problem(severity, code, said, hint, module, link, field, OptionalInt.of(begin), OptionalInt.of(end));
    }

    /** The same, but no reason against publishing. */
    Problem mild() {
        return severity == Severity.ERROR
                ? new Problem(Severity.WARNING, code, said, hint, module, link, field, from, to)
                : this;
    }
}
