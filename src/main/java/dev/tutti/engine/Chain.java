package dev.tutti.engine;

import java.util.List;

/** Steps one after another. A router can only be the last: what follows it is its join; so can a directive. */
public record Chain(List<Step> steps) {
    public static final Chain EMPTY = new Chain(List.of());

    public Chain {
        steps = List.copyOf(steps);
        for (int i = 0; i < steps.size() - 1; i++) {
            if (steps.get(i) instanceof Step.Router router) {
                throw new IllegalArgumentException("Steps after router " + router.id() + " belong into its join");
            }
            if (steps.get(i) instanceof Step.Decide decide) {
                throw new IllegalArgumentException("Nothing comes after directive " + decide.id());
            }
        }
    }

    public static Chain of(Step... steps) {
        return new Chain(List.of(steps));
    }
}
