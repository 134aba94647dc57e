package dev.tutti.expression;

import java.util.List;

/** A filter ready to be evaluated, any number of times and by several threads at once. */
public final class Condition {
    private final Filter filter;
    private final List<Problem> problems;

    private Condition(Filter filter, List<Problem> problems) {
        this.filter = filter;
        this.problems = problems;
    }

    public static Condition compile(Filter filter) {
        return new Condition(filter, List.of());
    }

    public Filter filter() {
        return filter;
    }

    /** Errors and warnings of its templates and operators; a row with an error never holds. */
    public List<Problem> problems() {
        return problems;
    }

    public Verdict evaluate(Scope scope) {
        throw new UnsupportedOperationException("next commit");
    }
}
