package dev.tutti.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something about a blueprint that a person should know. Its sentences are found by its code: message
 * {@code problem.<code>} and advice {@code problem.<code>.advice}, with the arguments in order.
 *
 * @param code names the kind of problem for programs, such as {@code missing-reference}
 * @param module the number of the module it concerns
 * @param field the path of the field it concerns, such as {@code headers[1].value}
 * @param from where it begins in the text of that field, in characters
 * @param to where it ends, exclusive
 */
public record Problem(
        Severity severity,
        String code,
        List<String> arguments,
        OptionalInt module,
        Optional<Ends> link,
        Optional<String> field,
        OptionalInt from,
        OptionalInt to) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** Errors keep a scenario from being published; the others do not. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /** The two modules that the link in question joins. */
    public record Ends(int from, int to) {}
}
