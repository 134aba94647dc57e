package dev.tutti.ui;

import com.vaadin.flow.server.VaadinServletRequest;
import dev.tutti.workspace.Settings;
import java.net.URI;

/** Where people reach Tutti. */
final class Addresses {

    private Addresses() {}

    /** What the owner set, else the address of this very request. */
    static String base(Settings settings) {
        return settings.publicUrl().map(URI::toString).orElseGet(() -> {
            var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
            int port = request.getServerPort();
            boolean usual = port == (request.isSecure() ? 443 : 80);
            return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
        });
    }
}
