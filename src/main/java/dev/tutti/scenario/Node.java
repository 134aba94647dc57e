package dev.tutti.scenario;

import dev.tutti.value.Fields;
import java.util.Optional;

/**
 * One module on the canvas.
 *
 * @param no its number, which mappings refer to ({@code {{3.total}}}); never reused inside a scenario
 * @param module its ref in the catalogue, such as {@code http:request}
 * @param version the version of that module's form
 * @param name what a person called it, if anyone did
 * @param values the form: mapped text with {@code {{…}}}, booleans, lists and records as JSON
 * @param connection the id of the connection it uses
 * @param disabled bundles pass through unchanged
 * @param retry how it is tried again, where it is, before its failure counts
 */
public record Node(
        int no,
        String module,
        int version,
        Optional<String> name,
        Position at,
        Fields values,
        Optional<String> connection,
        boolean disabled,
        Optional<RetryRule> retry) {

    /** One whose failures count at once. */
    public Node(
            int no,
            String module,
            int version,
            Optional<String> name,
            Position at,
            Fields values,
            Optional<String> connection,
            boolean disabled) {
        this(no, module, version, name, at, values, connection, disabled, Optional.empty());
    }

    /** The highest module number a scenario can have. */
    public static final int HIGHEST = 99_999;

    Node withName(Optional<String> changed) {
        return new Node(no, module, version, changed, at, values, connection, disabled, retry);
    }

    Node withAt(Position changed) {
        return new Node(no, module, version, name, changed, values, connection, disabled, retry);
    }

    Node withValues(Fields changed) {
        return new Node(no, module, version, name, at, changed, connection, disabled, retry);
    }

    Node withConnection(Optional<String> changed) {
        return new Node(no, module, version, name, at, values, changed, disabled, retry);
    }

    Node withDisabled(boolean changed) {
        return new Node(no, module, version, name, at, values, connection, changed, retry);
    }

    Node withRetry(Optional<RetryRule> changed) {
        return new Node(no, module, version, name, at, values, connection, disabled, changed);
    }
}
