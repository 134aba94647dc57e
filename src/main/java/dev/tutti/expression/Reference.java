package dev.tutti.expression;

import java.util.List;

/**
 * One use of data in a template.
 *
 * @param pick what is used
 * @param from where the use begins in the source
 * @param to the first character after it
 */
public record Reference(Expression.Pick pick, int from, int to) {

    /** The module's number; -1 where the data is not a module's. */
    public int module() {
        return pick.module().orElse(-1);
    }

    /** The names along the path, as far as they are fixed; an index is shown as {@code []}. */
    public List<String> path() {
        return pick.path().stream()
                .map(segment -> segment instanceof Expression.Segment.Name(String name) ? name : "[]")
                .toList();
    }
}
