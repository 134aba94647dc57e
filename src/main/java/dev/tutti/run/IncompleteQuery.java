package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which incomplete runs to list, newest first.
 *
 * @param states empty means all
 * @param after the cursor an earlier page gave
 * @param limit 1 to 200
 */
public record IncompleteQuery(
        Optional<ScenarioId> scenario, Set<Incomplete.State> states, Optional<IncompleteId> after, int limit) {

    /** What still wants something. */
    public static final Set<Incomplete.State> OPEN =
            EnumSet.of(Incomplete.State.UNRESOLVED, Incomplete.State.SCHEDULED, Incomplete.State.RUNNING);

    public IncompleteQuery {
        states = Set.copyOf(states);
        limit = Math.clamp(limit, 1, 200);
    }

    /** What still wants something, of all scenarios. */
    public static IncompleteQuery open(int limit) {
        return new IncompleteQuery(Optional.empty(), OPEN, Optional.empty(), limit);
    }
}
