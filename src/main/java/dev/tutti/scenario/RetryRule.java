package dev.tutti.scenario;

import java.util.List;

/**
 * How a module that failed is tried again in its place, before anybody hears of the failure.
 *
 * @param attempts how often after the first time
 * @param seconds the wait before the first repetition
 * @param backoff whether each wait is twice as long as the one before it
 * @param errors the types of errors that are worth it; empty for those that pass by themselves: ConnectionError,
 *     RateLimitError, ModuleTimeoutError
 */
public record RetryRule(int attempts, int seconds, boolean backoff, List<String> errors) {

    /** As often as a module can be tried again in its place. */
    public static final int MOST_ATTEMPTS = 100;

    /** As long as the first wait can be, in seconds. */
    public static final int LONGEST_WAIT = 86_400;

    public RetryRule {
        errors = List.copyOf(errors);
    }
}
