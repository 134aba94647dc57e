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
 */
public record Node(
        int no,
        String module,
        int version,
        Optional<String> name,
        Position at,
        Fields values,
        Optional<String> connection,
        boolean disabled) {

    /** The highest module number a scenario can have. */
    public static final int HIGHEST = 99_999;

    Node withName(Optional<String> changed) {
        return new Node(no, module, version, changed, at, values, connection, disabled);
    }

    Node withAt(Position changed) {
        return new Node(no, module, version, name, changed, values, connection, disabled);
    }

    Node withValues(Fields changed) {
        return new Node(no, module, version, name, at, changed, connection, disabled);
    }

    Node withConnection(Optional<String> changed) {
        return new Node(no, module, version, name, at, values, changed, disabled);
    }

    Node withDisabled(boolean changed) {
        return new Node(no, module, version, name, at, values, connection, changed);
    }
}
