package dev.tutti.run;

import dev.tutti.scenario.Settings;

/** Scenarios whose runs wait for each other: one goes on at a time, or so many as their owner wants. */
final class Lanes {

    private Lanes() {}

    /** How many runs may go on at once; 0 where nobody waits. */
    static int width(Settings settings) {
        return settings.sequential() ? 1 : settings.pace().maxRunsAtOnce().orElse(0);
    }
}
