package dev.tutti.trigger;

import dev.tutti.scenario.ScenarioId;
import java.util.List;

/** The webhook addresses of scenarios. */
public interface Webhooks {

    /** The scenario's address, made on first asking and the same from then on. */
    Webhook of(ScenarioId scenario);

    /** All addresses, newest first. */
    List<Webhook> all();

    /** A new address instead of the old one, which answers 404 from now on. */
    Webhook renew(ScenarioId scenario);
}
