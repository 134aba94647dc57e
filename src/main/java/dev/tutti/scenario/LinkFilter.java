package dev.tutti.scenario;

import java.util.List;
import java.util.Optional;

/**
 * "Only if…" on a link: a list of alternatives, each a list of rows that must all hold. No rows at all lets everything
 * pass.
 */
public record LinkFilter(Optional<String> name, List<List<Row>> conditions) {

    public LinkFilter {
        conditions = conditions.stream().map(List::copyOf).toList();
    }

    /**
     * One comparison.
     *
     * @param a the left operand, a template
     * @param o the operator, such as {@code number:greater}
     * @param b the right operand, a template; absent for operators that need none
     */
    public record Row(String a, String o, Optional<String> b) {}
}
