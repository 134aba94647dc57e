package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioId;
import java.time.Instant;

/**
 * The address of a scenario that starts with a webhook.
 *
 * @param path {@code /hook/} and the token
 */
public record Webhook(ScenarioId scenario, String path, Instant createdAt) {}
