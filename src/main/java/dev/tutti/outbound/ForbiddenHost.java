package dev.tutti.outbound;

import java.net.UnknownHostException;

/** A name leads to forbidden addresses only. */
final class ForbiddenHost extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private final String host;

    ForbiddenHost(String host) {
        super(host);
        this.host = host;
    }

    Refused refusal() {
        return new Refused(Refused.Reason.PRIVATE_ADDRESS, host);
    }
}
