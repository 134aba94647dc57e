package dev.tutti.expression;

/** A template ready to be evaluated, any number of times and by several threads at once. */
public interface Compiled {
    /** Never throws for what the data or the template may hold; errors are answers. */
    Evaluated evaluate(Scope scope);

    /** Whether every evaluation gives the same value whatever the scope. */
    boolean isConstant();

    Template template();
}
