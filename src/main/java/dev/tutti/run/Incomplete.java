package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A run, or one bundle of a run, that stands at a module that failed and can go on there.
 *
 * @param run where it failed
 * @param version what that run was accepted with, and what it goes on with
 * @param carrier the run that goes on with it: the same run, or for a bundle a run of its own once it was tried
 * @param module the number of the module that failed
 * @param path which invocation of it, such as {@code 1#4/2#0}
 * @param attempts how often it was tried again
 * @param maxAttempts how often it is tried again by itself; 0 is only by hand
 * @param pause how far apart a Break wants the attempts; otherwise they grow further apart
 * @param nextTryAt when it is tried again by itself
 */
public record Incomplete(
        IncompleteId id,
        ScenarioId scenario,
        String scenarioName,
        RunId run,
        ScenarioVersionId version,
        Optional<RunId> carrier,
        Kind kind,
        int module,
        String path,
        RunError error,
        State state,
        int attempts,
        int maxAttempts,
        Optional<Duration> pause,
        Optional<Instant> nextTryAt,
        Instant createdAt,
        Optional<Resolution> resolution) {

    /** What stands there. */
    public enum Kind {
        /** The whole run: nothing of it goes on before this is resolved. */
        RUN,
        /** One bundle that a Break put aside; the others went on. */
        BUNDLE;

        /** The word in the API, in small letters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. The last two never change again. */
    public enum State {
        /** It waits for a person. */
        UNRESOLVED,
        /** It will be tried again by itself. */
        SCHEDULED,
        /** It is being tried now. */
        RUNNING,
        /** It went on and came through. */
        RESOLVED,
        /** Somebody gave it up. */
        DROPPED;

        /** True while something may still happen to it. */
        public boolean open() {
            return ordinal() < RESOLVED.ordinal();
        }

        /** The word in the API, in small letters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it came to its end. */
    public enum How {
        /** Tried again by itself. */
        RETRIED,
        /** Tried again because a person asked, with the data as they were. */
        BY_HAND,
        /** Tried again with data that a person changed. */
        EDITED,
        /** The module came through, a later one failed: that is an item of its own. */
        WENT_ON,
        /** A person gave it up. */
        GIVEN_UP,
        /** The run that went on with it was stopped, or ended as an error. */
        ENDED;

        /** The word in the API, in small letters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How and when it came to its end. */
    public record Resolution(How how, Instant at) {}
}
