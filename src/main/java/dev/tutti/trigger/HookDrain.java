package dev.tutti.trigger;

import dev.tutti.run.Cause;
import dev.tutti.run.Input;
import dev.tutti.run.RunOrder;
import dev.tutti.run.Runs;
import dev.tutti.run.Started;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartsBy;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives requests that wait to runs: all together when the schedule says so, or one by one as the minutes allow. A run and
 * its requests have one key, so that after a crash the same requests are ordered again and make no second run.
 */
@Component
class HookDrain {

    private static final int AT_ONCE = 200;
    private static final int MOST_BUNDLES = 3_200;
    private static final int DEFAULT_BUNDLES = 100;
    private static final Logger LOG = LoggerFactory.getLogger(HookDrain.class);

    private final HookQueue queue;
    private final HookMinute minutes;
    private final WebhookRules rules;
    private final Scenarios scenarios;
    private final Runs runs;
    private final CheckRuns checks;

    HookDrain(
            HookQueue queue, HookMinute minutes, WebhookRules rules, Scenarios scenarios, Runs runs, CheckRuns checks) {
        this.queue = queue;
        this.minutes = minutes;
        this.rules = rules;
        this.scenarios = scenarios;
        this.runs = runs;
        this.checks = checks;
    }

    /** Whether requests wait for the schedule of the scenario's settings. */
    static boolean scheduled(Executable executable) {
        return executable.startsBy() instanceof StartsBy.Webhook
                && schedule(executable).isPresent();
    }

    /** The schedule by which a webhook's requests are worked off, if it is not at once. */
    static Optional<Fields> schedule(Executable executable) {
        return executable.blueprint().settings().schedule().filter(Schedules::regular);
    }

    /** Starts one run with the requests that wait longest. */
    Polls.Answer drain(Executable live) {
        ScenarioId scenario = live.version().scenario();
        queue.gathered(scenario).forEach(left -> order(live, left));
        Optional<String> batch = queue.gather(scenario, most(live));
        if (batch.isEmpty()) {
            checks.count(scenario, live.plan().zone());
            return new Polls.Answer.Nothing();
        }
        return new Polls.Answer.Began(order(live, batch.get()));
    }

    /** How many requests a run takes: what the trigger says for a cycle times the cycles, else all within reason. */
    private static int most(Executable live) {
        int trigger = live.plan().trigger().orElse(0);
        return live.blueprint().modules().stream()
                .filter(module -> module.no() == trigger)
                .map(module -> module.values().get("maxResults"))
                .flatMap(value -> value instanceof Num(BigDecimal number)
                        ? Optional.of(number).stream()
                        : Optional.<BigDecimal>empty().stream())
                .map(number -> number.multiply(BigDecimal.valueOf(
                                live.blueprint().settings().pace().cycles()))
                        .max(BigDecimal.ONE)
                        .min(BigDecimal.valueOf(MOST_BUNDLES))
                        .intValue())
                .findFirst()
                .orElse(DEFAULT_BUNDLES);
    }

    private Started order(Executable live, String batch) {
        List<HookQueue.Waiting> waiting = queue.batch(batch);
        boolean alone = waiting.size() == 1;
        Input input = alone
                ? waiting.getFirst().input()
                : Input.of(waiting.stream()
                        .flatMap(it -> it.input().bundles().stream())
                        .toList());
        String key = alone && !scheduled(live) ? waiting.getFirst().dedupKey().orElse(batch) : batch;
        Started run =
                runs.start(new RunOrder(live.version().id(), Cause.WEBHOOK, input, Optional.of(key), Optional.empty()));
        if (run.accepted()) {
            queue.done(batch);
        }
        return run;
    }

    /** Lets those run that had to wait because a minute had too many, and those that a schedule left behind. */
    @Scheduled(fixedDelay = 1_000)
    void tick() {
        for (ScenarioId scenario : queue.scenarios()) {
            try {
                scenarios
                        .find(scenario)
                        .filter(ScenarioSummary::on)
                        .flatMap(ScenarioSummary::live)
                        .flatMap(version -> scenarios.plan(version.id()))
                        .filter(live -> live.startsBy() instanceof StartsBy.Webhook && !scheduled(live))
                        .ifPresent(live -> trickle(scenario, live));
            } catch (RuntimeException failure) {
                LOG.warn("Requests of scenario {} wait a little longer: {}", scenario, failure.getMessage());
            }
        }
    }

    private void trickle(ScenarioId scenario, Executable live) {
        queue.gathered(scenario).forEach(left -> order(live, left));
        OptionalInt perMinute = HookRoute.narrower(
                rules.of(scenario).rules().perMinute(),
                live.blueprint().settings().pace().maxPerMinute());
        for (int i = 0; i < AT_ONCE && !queue.list(scenario, 0, 1).isEmpty(); i++) {
            if (perMinute.isPresent() && !minutes.take(scenario, perMinute.getAsInt())) {
                return;
            }
            queue.gather(scenario, 1).ifPresent(batch -> order(live, batch));
        }
    }
}
