package dev.tutti.outbound;

import java.net.SocketException;

/** A socket was about to connect to an address that is not allowed. */
public final class ForbiddenAddress extends SocketException {

    private static final long serialVersionUID = 1L;

    private final transient Refused refusal;

    ForbiddenAddress(Refused refusal) {
        super("Not allowed: " + refusal.reason() + " " + refusal.subject());
        this.refusal = refusal;
    }

    public Refused refusal() {
        return refusal;
    }
}
