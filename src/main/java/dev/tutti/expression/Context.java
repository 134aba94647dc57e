package dev.tutti.expression;

import dev.tutti.value.Message;

/** One evaluation: the scope, and what it may still cost. */
final class Context {
    /** Between two looks at the clock. */
    private static final int STRIDE = 512;

    private static final int ITEMS_PER_STEP = 16;

    private final Scope scope;
    private final Limits limits;
    private final long deadline;
    private int stepsLeft;
    private int untilClock = STRIDE;
    private long budget;

    Context(Scope scope) {
        this.scope = scope;
        this.limits = scope.limits();
        this.deadline = scope.nanoTime() + limits.nanos();
        this.stepsLeft = limits.steps();
        this.budget = 8L * limits.size();
    }

    Scope scope() {
        return scope;
    }

    int maxSize() {
        return limits.size();
    }

    void step(Site site) {
        if (--stepsLeft < 0) {
            throw site.halt("expression.limit.steps", "expression.advice.smaller", limits.steps());
        }
        if (--untilClock <= 0) {
            checkClock(site);
        }
    }

    /** Going through this many items of a list. */
    void items(int count, Site site) {
        stepsLeft -= count / ITEMS_PER_STEP;
        untilClock -= count / ITEMS_PER_STEP;
        step(site);
    }

    /** About to make a text, list or file of this size. */
    void make(long size, Site site) {
        budget -= size;
        if (size > limits.size() || budget < 0) {
            throw site.halt("expression.limit.size", "expression.advice.smaller", limits.size() >> 20);
        }
    }

    void checkClock(Site site) {
        untilClock = STRIDE;
        if (scope.nanoTime() - deadline > 0) {
            throw new Halt(new ExpressionError(
                    Message.of(ExpressionError.TIME_LIMIT, limits.nanos() / 1_000_000),
                    site.function(),
                    site.from(),
                    site.to(),
                    Message.of("expression.advice.smaller")));
        }
    }
}
