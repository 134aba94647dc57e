package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.StartsBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a token leads.
 *
 * @param live what runs, absent while the scenario is off or starts otherwise
 * @param draft whether a draft may be waiting for a request
 * @param learningUntil until when the next request teaches the data structure
 */
record HookRoute(
        ScenarioId scenario,
        Optional<Live> live,
        boolean draft,
        HookRules rules,
        HookGuard guard,
        Optional<Instant> learningUntil) {

    /**
     * A version that requests run.
     *
     * @param replyWithin how long a caller waits for the reply
     * @param replies whether some module answers the caller
     * @param sequential whether runs wait for each other
     * @param scheduled whether requests wait for a schedule
     * @param confidential whether no data may be kept
     * @param perMinute how many runs the scenario itself allows to start in a minute
     */
    record Live(
            ScenarioVersionId version,
            StartsBy.Webhook start,
            Duration replyWithin,
            boolean replies,
            boolean sequential,
            boolean scheduled,
            boolean confidential,
            OptionalInt perMinute) {}

    boolean learning(Instant now) {
        return learningUntil.isPresent() && now.isBefore(learningUntil.get());
    }

    boolean confidential() {
        return live.filter(Live::confidential).isPresent();
    }

    /** How many may run in a minute, if there is a limit. */
    OptionalInt perMinute() {
        return narrower(rules.perMinute(), live.map(Live::perMinute).orElse(OptionalInt.empty()));
    }

    /** What the webhook and what the scenario allows. */
    static OptionalInt narrower(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()))
                : one.isPresent() ? one : other;
    }
}
