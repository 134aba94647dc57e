package dev.tutti.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts failures and makes whoever fails too often wait: after the allowed number of failures a minute, then twice as
 * long after each further one, up to a quarter of an hour. A success forgets everything.
 */
final class Attempts {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_KEYS = 100_000;

    private record Failures(int count, Instant last, Instant blockedUntil) {}

    private final int allowed;
    private final Clock clock;
    private final Cache<String, Failures> failures;

    Attempts(int allowed, Clock clock) {
        this.allowed = allowed;
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterWrite(MEMORY)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /** How long this one has to wait before the next try. */
    Duration wait(String key) {
        Failures past = failures.getIfPresent(key);
        if (past == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), past.blockedUntil);
        return left.isPositive() ? left : Duration.ZERO;
    }

    void failed(String key) {
        Instant now = clock.instant();
        failures.asMap().compute(key, (_, past) -> {
            boolean forgotten = past == null
                    || (past.count < allowed && past.last.plus(FIRST_WAIT).isBefore(now));
            int count = forgotten ? 1 : past.count + 1;
            return new Failures(count, now, count < allowed ? now : now.plus(waitAfter(count)));
        });
    }

    void succeeded(String key) {
        failures.invalidate(key);
    }

    private Duration waitAfter(int count) {
        int doublings = Math.min(count - allowed, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
