package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which runs to list, newest first.
 *
 * @param statuses empty means all
 * @param text looked for in scenario names and error texts, whatever the case
 * @param after the cursor an earlier page gave
 * @param limit 1 to 200
 */
public record RunQuery(
        Optional<ScenarioId> scenario,
        Set<RunStatus> statuses,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> text,
        Optional<RunId> after,
        int limit) {

    public RunQuery {
        statuses = Set.copyOf(statuses);
        limit = Math.clamp(limit, 1, 200);
    }

    /** The newest runs of all scenarios. */
    public static RunQuery newest(int limit) {
        return new RunQuery(
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    /** The same, of one scenario. */
    public RunQuery of(ScenarioId only) {
        return new RunQuery(Optional.of(only), statuses, from, to, text, after, limit);
    }

    /** The same from its beginning, in pages of this size. */
    RunQuery page(int size) {
        return new RunQuery(scenario, statuses, from, to, text, Optional.empty(), size);
    }

    /** The page after the one that gave this cursor. */
    public RunQuery after(RunId cursor) {
        return new RunQuery(scenario, statuses, from, to, text, Optional.of(cursor), limit);
    }
}
