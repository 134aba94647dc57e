package dev.tutti.outbound;

import java.net.UnknownHostException;

/** A name leads to forbidden addresses only. */
final class ForbiddenHost extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenHost(String host) {
        super(host);
    }

    Refused refusal() {
        return new Refused(Refused.Reason.PRIVATE_ADDRESS, getMessage());
    }
}
