package dev.tutti.api;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartsBy;
import dev.tutti.trigger.HookRequests;
import dev.tutti.trigger.HookRules;
import dev.tutti.trigger.HookRulesPatch;
import dev.tutti.trigger.Webhook;
import dev.tutti.trigger.WebhookRules;
import dev.tutti.trigger.Webhooks;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.workspace.Action;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The addresses at which scenarios take requests, and what they ask of those who send them. */
@RestController
@RequestMapping("/api/v1/webhooks")
class HooksController {

    private final Webhooks webhooks;
    private final WebhookRules rules;
    private final HookRequests requests;
    private final Scenarios scenarios;
    private final PublicAddress addresses;

    HooksController(
            Webhooks webhooks,
            WebhookRules rules,
            HookRequests requests,
            Scenarios scenarios,
            PublicAddress addresses) {
        this.webhooks = webhooks;
        this.rules = rules;
        this.requests = requests;
        this.scenarios = scenarios;
        this.addresses = addresses;
    }

    /** @param on whether requests run the scenario; where not, they are answered 410 */
    record HookView(String scenarioId, String scenarioName, String url, boolean on, Instant createdAt) {}

    /** @param waiting how many requests wait for their turn */
    record HookDetail(HookView webhook, HookRulesView rules, int waiting) {}

    record Learning(Instant until) {}

    @GetMapping
    @Allowed(Action.SCENARIO_READ)
    Items<HookView> list() {
        return new Items<>(webhooks.all().stream()
                .flatMap(hook -> scenarios.find(hook.scenario()).map(it -> view(hook, it)).stream())
                .toList());
    }

    /** A scenario's webhook with its rules; secrets are never shown. */
    @GetMapping("/{scenario}")
    @Allowed(Action.SCENARIO_READ)
    HookDetail get(@PathVariable String scenario) {
        return detail(find(scenario), Map.of());
    }

    /**
     * Changes the rules that are named and leaves the others: `apiKeys` [{name, key?}] (made up where no key is given,
     * and shown this once), `hmac` {header, algorithm: sha1|sha256|sha512, encoding: hex|base64, prefix, secret,
     * previousSecret}, `basic` {user, password}, `ipAllow` [network], `passthrough`, `structure`, `queueLimit`,
     * `dedup` {header or path}, `perMinute`, `log`, `logDays`. What is null goes back to its default; a secret that is
     * not given stays.
     */
    @PatchMapping("/{scenario}")
    @Allowed(Action.SCENARIO_PUBLISH)
    HookDetail change(@PathVariable String scenario, @RequestBody Fields patch) {
        ScenarioSummary summary = find(scenario);
        return switch (rules.change(summary.id(), patch)) {
            case HookRulesPatch.Patched.Done(HookRules now, Map<String, String> made) -> detail(summary, made);
            case HookRulesPatch.Patched.Wrong(String field, Message said) ->
                throw Problem.field(field, said.key(), said.arguments().toArray());
        };
    }

    /** The next request teaches the webhook what its data looks like; it waits five minutes for it. */
    @PostMapping("/{scenario}/learn")
    @Allowed(Action.SCENARIO_PUBLISH)
    Learning learn(@PathVariable String scenario) {
        return new Learning(rules.learn(find(scenario).id()));
    }

    /** Gives a scenario a new address; the old one is unknown from now on. */
    @PostMapping("/{scenario}/renew")
    @Allowed(Action.SCENARIO_PUBLISH)
    HookView renew(@PathVariable String scenario) {
        ScenarioSummary summary = find(scenario);
        return view(webhooks.renew(summary.id()), summary);
    }

    private ScenarioSummary find(String scenario) {
        return ScenarioId.parse(scenario).flatMap(scenarios::find).orElseThrow(Problem::notFound);
    }

    private HookDetail detail(ScenarioSummary scenario, Map<String, String> made) {
        return new HookDetail(
                view(webhooks.of(scenario.id()), scenario),
                HookRulesView.of(rules.of(scenario.id()), made),
                requests.waiting(scenario.id()));
    }

    private HookView view(Webhook hook, ScenarioSummary scenario) {
        boolean on = scenario.on() && scenario.startsBy() instanceof StartsBy.Webhook;
        return new HookView(scenario.id().toString(), scenario.name(), addresses.of(hook), on, hook.createdAt());
    }
}
