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

    /** The names along the path; an index is in brackets, which are empty for the first item. */
    public List<String> path() {
        return pick.path().stream()
                .map(segment -> switch (segment) {
                    case Expression.Segment.Name(String name) -> name;
                    case Expression.Segment.First() -> "[]";
                    case Expression.Segment.At(Expression index) -> "[" + Printing.inner(index) + "]";
                })
                .toList();
    }
}
