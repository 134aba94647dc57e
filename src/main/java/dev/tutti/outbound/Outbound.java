package dev.tutti.outbound;

import javax.net.SocketFactory;
import org.springframework.stereotype.Component;

/**
 * The one way out to the network. Addresses that are not public are refused, unless an administrator allowed them; what
 * is checked is the address that is really connected, at every new connection and after every redirect.
 */
@Component
public final class Outbound {

    public Outbound(AllowedNetworks allowed) {}

    /** Sends and waits for the head of the answer; whoever gets an {@link Answer} closes it. Never throws. */
    public Exchange send(Request request) {
        throw new UnsupportedOperationException();
    }

    /** Sockets for other protocols (mail, later SQL and SFTP). Connecting to a forbidden address throws {@link ForbiddenAddress}. */
    public SocketFactory guardedSockets() {
        throw new UnsupportedOperationException();
    }
}
