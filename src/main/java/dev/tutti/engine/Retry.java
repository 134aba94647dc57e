package dev.tutti.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How often a call that failed is made again before its failure counts. The waits are written into the journal, so
 * that a run which waits may leave memory.
 *
 * @param attempts how often after the first time
 * @param interval the wait before the first repetition
 * @param backoff whether each wait is twice as long as the one before it
 * @param kinds the only failures after which it is worth it
 */
public record Retry(int attempts, Duration interval, boolean backoff, Set<Failure.Kind> kinds) {
    /** What time may heal. */
    public static final Set<Failure.Kind> PASSING =
            Set.of(Failure.Kind.CONNECTION, Failure.Kind.RATE_LIMIT, Failure.Kind.MODULE_TIMEOUT);

    private static final Duration LONGEST = Duration.ofDays(1);

    public Retry {
        if (attempts < 0 || interval.isNegative()) {
            throw new IllegalArgumentException("A call cannot be repeated " + attempts + " times every " + interval);
        }
        kinds = Set.copyOf(kinds);
    }

    /** @param tried how often the call was made; the other side may have asked for a longer wait */
    Optional<Duration> wait(int tried, Failure failure) {
        if (tried > attempts || !kinds.contains(failure.kind())) {
            return Optional.empty();
        }
        Duration wait = interval;
        for (int i = 1; backoff && i < tried && wait.compareTo(LONGEST) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        wait = backoff && wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        return Optional.of(asked.compareTo(wait) > 0 ? asked : wait);
    }
}
