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
    MAIL(Set.of(25, 465, 587, 2525)),
    /** IMAP, plain and with TLS. */
    MAILBOX(Set.of(143, 993)),
    /** PostgreSQL, MariaDB and MySQL, the usual poolers before them, and the ports of providers. */
    DATABASE(Set.of(3306, 3307, 4000, 5432, 5433, 6432, 6543, 25060)),
    /** SSH and the commands of FTP. */
    FILES(Set.of(21, 22, 990, 2022, 2121, 2222)),
    /** The second connection of FTP, for which the server chooses the port. */
    FILE_DATA(Set.of()) {
        @Override
        boolean speaksOn(int port) {
            return port >= 1024;
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Integer> ports;

    Protocol(Set<Integer> ports) {
        this.ports = ports;
    }

    boolean speaksOn(int port) {
        return ports.contains(port);
    }
}
