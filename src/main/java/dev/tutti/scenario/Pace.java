package dev.tutti.scenario;

import java.util.OptionalInt;

/**
 * How often and how many runs of a scenario there may be, and how long they are kept.
 *
 * @param cycles how many cycles one run may have; JSON {@code cycles}
 * @param maxRunsAtOnce how many runs may be under way at once; JSON {@code maxRunsAtOnce}
 * @param maxPerMinute how many runs may start within a minute; JSON {@code maxPerMinute}
 * @param retentionDays how long runs are kept, where the workspace's rule does not hold; JSON {@code retentionDays}
 */
public record Pace(int cycles, OptionalInt maxRunsAtOnce, OptionalInt maxPerMinute, OptionalInt retentionDays) {

    /** What a new scenario gets. */
    public static final Pace DEFAULT = new Pace(1, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    public Pace withCycles(int changed) {
        return new Pace(changed, maxRunsAtOnce, maxPerMinute, retentionDays);
    }
}
