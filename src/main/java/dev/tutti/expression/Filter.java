package dev.tutti.expression;

import java.util.List;

/**
 * The condition on a link: a bundle passes if all rows of any group hold, or if there are no rows at all.
 *
 * @param conditions groups (or) of rows (and)
 */
public record Filter(String name, List<List<Row>> conditions) {
    public static final Filter NONE = new Filter("", List.of());

    public Filter {
        conditions = conditions.stream().map(List::copyOf).toList();
    }

    /**
     * One comparison.
     *
     * @param a a template
     * @param operator for example {@code text:contain:ci}
     * @param b a template, empty for operators with one operand
     */
    public record Row(String a, String operator, String b) {}
}
