package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.StartsBy;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a token leads.
 *
 * @param live what runs, absent while the scenario is off or starts otherwise
 * @param draft whether a draft may be waiting for a request
 */
record HookRoute(ScenarioId scenario, Optional<Live> live, boolean draft) {

    /** @param replyWithin how long a caller waits for the reply */
    record Live(ScenarioVersionId version, StartsBy.Webhook start, Duration replyWithin) {}
}
