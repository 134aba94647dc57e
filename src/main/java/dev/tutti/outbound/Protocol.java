package dev.tutti.outbound;

import java.util.Set;

/**
 * What is spoken through a guarded socket, which decides the ports. A list keeps a scenario from speaking to a database
 * or a queue of somebody who left it open to the world. It does not count for addresses that an administrator allowed.
 */
public enum Protocol {
    /** HTTP: the standard ports, those that Cloudflare passes on, and the usual ones of development servers. */
    WEB(Set.of(
            80, 443, 2052, 2053, 2082, 2083, 2086, 2087, 2095, 2096, 3000, 5000, 8000, 8080, 8443, 8880, 8888, 9443)),
    /** SMTP: relay, submission, submission with TLS, and the alternative that mail providers offer. */
    MAIL(Set.of(25, 465, 587, 2525));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Integer> ports;

    Protocol(Set<Integer> ports) {
        this.ports = ports;
    }

    boolean speaksOn(int port) {
        return ports.contains(port);
    }
}
