package dev.tutti.run;

import dev.tutti.engine.Failure;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When an incomplete run is tried again by itself. Connections that fail, services that ask to wait and modules that
 * time out: after 1, 10, 10, 30, 30 and 30 minutes and twice after 3 hours, then it waits for a person. What a Break
 * put aside: as often and as far apart as the Break says. Everything else waits for a person at once.
 *
 * @param attempts how often in all
 * @param every the same pause before each; empty is the growing ones
 */
record RetrySchedule(int attempts, Optional<Duration> every) {

    private static final List<Duration> GROWING = List.of(1, 10, 10, 30, 30, 30, 180, 180).stream()
            .map(Duration::ofMinutes)
            .toList();

    private static final Set<Failure.Kind> PASSING =
            EnumSet.of(Failure.Kind.CONNECTION, Failure.Kind.RATE_LIMIT, Failure.Kind.MODULE_TIMEOUT);

    static final RetrySchedule NEVER = new RetrySchedule(0, Optional.empty());

    /** What an error of this kind gets where no Break says otherwise. */
    static RetrySchedule of(Failure.Kind kind) {
        return PASSING.contains(kind) ? new RetrySchedule(GROWING.size(), Optional.empty()) : NEVER;
    }

    /**
     * The pause before the next attempt, empty when there is none.
     *
     * @param done how many there were
     * @param asked how long the other side asked to wait
     */
    Optional<Duration> next(int done, Optional<Duration> asked) {
        if (done >= attempts) {
            return Optional.empty();
        }
        Duration pause = every.orElseGet(() -> GROWING.get(Math.min(done, GROWING.size() - 1)));
        return Optional.of(asked.filter(wait -> wait.compareTo(pause) > 0).orElse(pause));
    }
}
