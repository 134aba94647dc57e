package dev.tutti.expression;

import dev.tutti.value.Message;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a filter said about one bundle.
 *
 * @param groups as far as they were looked at: a group ends with its first row that fails, the rest of the groups is
 *     not looked at once one holds
 */
public record Verdict(boolean passes, List<List<Row>> groups) {
    static final Verdict EMPTY = new Verdict(true, List.of());

    /**
     * One row with what its operands were.
     *
     * @param reason why it could not be compared and therefore failed
     * @param error the operand that could not be evaluated, as against one of an unfit type
     */
    public record Row(Value a, Value b, boolean passed, Optional<Message> reason, Optional<ExpressionError> error) {}

    /** The first operand that could not be evaluated. */
    public Optional<ExpressionError> error() {
        return groups.stream()
                .flatMap(List::stream)
                .flatMap(row -> row.error().stream())
                .findFirst();
    }
}
