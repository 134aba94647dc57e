package dev.tutti.api;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.Webhook;
import dev.tutti.trigger.Webhooks;
import dev.tutti.workspace.Settings;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses as others must write them: under the address that was set, else the one of this request. */
@Component
class PublicAddress {

    private final Webhooks webhooks;
    private final Settings settings;

    PublicAddress(Webhooks webhooks, Settings settings) {
        this.webhooks = webhooks;
        this.settings = settings;
    }

    String webhook(ScenarioId scenario) {
        return root() + webhooks.of(scenario).path();
    }

    String of(Webhook hook) {
        return root() + hook.path();
    }

    /** Where this installation is reached, without a slash at the end. */
    String root() {
        String root = settings.publicUrl()
                .map(URI::toString)
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }
}
