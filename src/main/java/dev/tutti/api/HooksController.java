package dev.tutti.api;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartsBy;
import dev.tutti.trigger.Webhook;
import dev.tutti.trigger.Webhooks;
import dev.tutti.workspace.Action;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The addresses at which scenarios take requests. */
@RestController
@RequestMapping("/api/v1/webhooks")
class HooksController {

    private final Webhooks webhooks;
    private final Scenarios scenarios;
    private final PublicAddress addresses;

    HooksController(Webhooks webhooks, Scenarios scenarios, PublicAddress addresses) {
        this.webhooks = webhooks;
        this.scenarios = scenarios;
        this.addresses = addresses;
    }

    /** @param on whether requests run the scenario; where not, they are answered 410 */
    record HookView(String scenarioId, String scenarioName, String url, boolean on, Instant createdAt) {}

    @GetMapping
    @Allowed(Action.SCENARIO_READ)
    Items<HookView> list() {
        return new Items<>(webhooks.all().stream()
                .flatMap(hook -> scenarios.find(hook.scenario()).map(it -> view(hook, it)).stream())
                .toList());
    }

    /** Gives a scenario a new address; the old one is unknown from now on. */
    @PostMapping("/{scenario}/renew")
    @Allowed(Action.SCENARIO_PUBLISH)
    HookView renew(@PathVariable String scenario) {
        ScenarioId id = ScenarioId.parse(scenario).orElseThrow(Problem::notFound);
        ScenarioSummary summary = scenarios.find(id).orElseThrow(Problem::notFound);
        return view(webhooks.renew(id), summary);
    }

    private HookView view(Webhook hook, ScenarioSummary scenario) {
        boolean on = scenario.on() && scenario.startsBy() instanceof StartsBy.Webhook;
        return new HookView(scenario.id().toString(), scenario.name(), addresses.of(hook), on, hook.createdAt());
    }
}
