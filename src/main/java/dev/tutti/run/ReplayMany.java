package dev.tutti.run;

import dev.tutti.scenario.Author;
import java.time.Duration;

/**
 * A wish to run many runs again, spread evenly over a time. It survives a restart.
 *
 * @param which the runs, as a list of them would show; its page and limit are of no account
 * @param over how long it takes until the last one begins
 */
public record ReplayMany(RunQuery which, Replay.Version version, Duration over, Author by) {}
