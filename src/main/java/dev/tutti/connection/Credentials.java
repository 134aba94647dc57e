package dev.tutti.connection;

import java.util.Optional;

/** What a connection holds. Secrets never show in {@code toString}. */
public sealed interface Credentials {

    ConnectionType type();

    /** A key sent with each request, in a header or in the query. */
    record ApiKey(Place place, String name, String value) implements Credentials {

        /** Where the key goes. */
        public enum Place {
            HEADER,
            QUERY
        }

        @Override
        public ConnectionType type() {
            return ConnectionType.API_KEY;
        }

        @Override
        public String toString() {
            return "ApiKey[" + place + " " + name + "]";
        }
    }

    /** A user and a password (RFC 7617). */
    record Basic(String user, String password) implements Credentials {

        @Override
        public ConnectionType type() {
            return ConnectionType.BASIC;
        }

        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    /** A token sent as {@code Authorization: Bearer} (RFC 6750). */
    record Bearer(String token) implements Credentials {

        @Override
        public ConnectionType type() {
            return ConnectionType.BEARER;
        }

        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /** A server that sends e-mail; without a user it is used without signing in. */
    record Smtp(String host, int port, Security security, Optional<String> user, Optional<String> password, String from)
            implements Credentials {

        /** How the connection to the server is encrypted. */
        public enum Security {
            NONE,
            STARTTLS,
            TLS
        }

        @Override
        public ConnectionType type() {
            return ConnectionType.SMTP;
        }

        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + "]";
        }
    }
}
