package dev.tutti.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;

/**
 * How often somebody may ask: a bucket of tokens for each, which is full at first and fills up again steadily, so that a
 * burst passes and a flood does not. Each process has buckets of its own.
 */
final class Allowance {

    private static final int MOST_KEYS = 100_000;

    private final int perMinute;
    private final Clock clock;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    /** @param missing how much is missing until there is one token more; 0 where one was taken */
    private record Bucket(double tokens, long at, double missing) {}

    Allowance(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Takes a token; returns how long to wait where there is none, else zero. */
    Duration take(String key) {
        long now = clock.millis();
        Bucket after = buckets.asMap().compute(key, (_, before) -> {
            double tokens = before == null
                    ? perMinute
                    : Math.min(perMinute, before.tokens + Math.max(0, now - before.at) * perMinute / 60_000.0);
            return tokens >= 1 ? new Bucket(tokens - 1, now, 0) : new Bucket(tokens, now, 1 - tokens);
        });
        return Duration.ofMillis((long) Math.ceil(after.missing * 60_000 / perMinute));
    }
}
