package dev.tutti.connection;

import dev.tutti.outbound.AllowedNetworks;
import dev.tutti.outbound.Network;
import dev.tutti.workspace.Settings;
import dev.tutti.workspace.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The networks that {@code TUTTI_OUTBOUND_ALLOW} names, and those of the settings. */
@Component
final class OpenedNetworks implements AllowedNetworks {

    private final List<Network> configured;
    private final Settings settings;

    OpenedNetworks(@Value("${tutti.outbound.allow:}") List<String> configured, Settings settings) {
        this.configured = configured.stream()
                .filter(text -> !text.isBlank())
                .map(OpenedNetworks::configured)
                .toList();
        this.settings = settings;
    }

    @Override
    public List<Network> networks() {
        List<Network> all = new ArrayList<>(configured);
        settings.allowedNetworks().stream()
                .map(Network::parse)
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }

    private static Network configured(String text) {
        return Network.parse(text)
                .orElseThrow(() -> new StartRefused(
                        "TUTTI_OUTBOUND_ALLOW holds “" + text + "”, which is not a network.",
                        "Write networks with commas between them, such as 10.0.0.0/8,192.168.1.0/24."));
    }
}
