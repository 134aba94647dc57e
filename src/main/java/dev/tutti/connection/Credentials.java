package dev.tutti.connection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
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

    /**
     * A client of an authorization server (RFC 6749). What is sent with requests is the token that {@link Access} gets
     * with it.
     *
     * @param authorizeUrl where people sign in; empty for client credentials
     * @param scope with spaces between, may be empty
     */
    record OAuth2(
            Grant grant,
            String authorizeUrl,
            String tokenUrl,
            String clientId,
            String secret,
            String scope,
            ClientAuth clientAuth)
            implements Credentials {

        /** How a token is come by. */
        public enum Grant {
            CLIENT_CREDENTIALS,
            AUTHORIZATION_CODE
        }

        /** How the client says who it is. */
        public enum ClientAuth {
            HEADER,
            BODY
        }

        @Override
        public ConnectionType type() {
            return ConnectionType.OAUTH2;
        }

        @Override
        public String toString() {
            return "OAuth2[" + grant + " " + clientId + "]";
        }
    }

    /** A key to encrypt or sign with, as it was written down. */
    record Key(String value, Encoding encoding) implements Credentials {

        /** How bytes were written as text. */
        public enum Encoding {
            TEXT,
            HEX,
            BASE64
        }

        /** The key itself. */
        public byte[] bytes() {
            return switch (encoding) {
                case TEXT -> value.getBytes(StandardCharsets.UTF_8);
                case HEX -> HexFormat.of().parseHex(value.strip());
                case BASE64 -> Base64.getDecoder().decode(value.strip());
            };
        }

        @Override
        public ConnectionType type() {
            return ConnectionType.KEY;
        }

        @Override
        public String toString() {
            return "Key[" + encoding + "]";
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

    /** A server that keeps e-mail (RFC 9051). */
    record Imap(String host, int port, Smtp.Security security, String user, String password) implements Credentials {

        @Override
        public ConnectionType type() {
            return ConnectionType.IMAP;
        }

        @Override
        public String toString() {
            return "Imap[" + host + ":" + port + "]";
        }
    }

    /** A database that is asked in SQL. */
    record Database(
            Product product, String host, int port, String database, String user, String password, Encryption security)
            implements Credentials {

        /** Which dialect and wire it speaks; MariaDB and MySQL are one. */
        public enum Product {
            POSTGRESQL,
            MARIADB
        }

        /** Whether the way to it is encrypted; with {@code VERIFIED} the certificate is checked as well. */
        public enum Encryption {
            NONE,
            TLS,
            VERIFIED
        }

        @Override
        public ConnectionType type() {
            return ConnectionType.DATABASE;
        }

        @Override
        public String toString() {
            return "Database[" + product + " " + host + ":" + port + "/" + database + "]";
        }
    }

    /**
     * A server that keeps files.
     *
     * @param privateKey in the form of OpenSSH or PEM, in place of the password (SFTP only)
     * @param fingerprint of the server's key, {@code SHA256:…} as OpenSSH shows it (SFTP only); without it any server is
     *     trusted
     */
    record FileServer(
            Protocol protocol,
            String host,
            int port,
            String user,
            Optional<String> password,
            Optional<String> privateKey,
            Optional<String> fingerprint)
            implements Credentials {

        /** What it speaks; FTPS is FTP with TLS from the first command on request (RFC 4217). */
        public enum Protocol {
            SFTP,
            FTPS,
            FTP
        }

        @Override
        public ConnectionType type() {
            return ConnectionType.FILE_SERVER;
        }

        @Override
        public String toString() {
            return "FileServer[" + protocol + " " + host + ":" + port + "]";
        }
    }
}
