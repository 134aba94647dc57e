package dev.tutti.connection;

import dev.tutti.connection.Credentials.ApiKey;
import dev.tutti.connection.Credentials.Basic;
import dev.tutti.connection.Credentials.Bearer;
import dev.tutti.connection.Credentials.Database;
import dev.tutti.connection.Credentials.FileServer;
import dev.tutti.connection.Credentials.Imap;
import dev.tutti.connection.Credentials.Key;
import dev.tutti.connection.Credentials.OAuth2;
import dev.tutti.connection.Credentials.Smtp;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Credentials as the named fields of a form, of the API and of the vault; and what is wrong with them. */
final class CredentialFields {

    /** What is never shown again once it was entered. */
    private static final Set<String> SECRETS = Set.of("value", "password", "token", "secret", "privateKey");

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>]{1,64}@[^@\\s<>]{1,255}");
    private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_$.-]{1,128}");
    private static final Pattern KEY = Pattern.compile("[\\p{Print}\\s]{1,20000}");
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]{1,2000}");
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}]{1,10000}");

    /** A field that cannot be used; the message is a key of the texts. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        final String field;
        final String key;

        Wrong(String field, String key) {
            super(field + ": " + key, null, false, false);
            this.field = field;
            this.key = key;
        }
    }

    private final Map<String, String> fields;

    private CredentialFields(Map<String, String> fields) {
        this.fields = fields;
    }

    static Credentials read(ConnectionType type, Map<String, String> fields) throws Wrong {
        return new CredentialFields(fields).read(type);
    }

    /** The fields of a change: secrets that were not entered again stay, unless they would go to another server. */
    static Map<String, String> merged(Map<String, String> old, Map<String, String> entered) {
        Map<String, String> merged = new TreeMap<>(entered);
        boolean sameServer = Set.of("host", "port", "tokenUrl").stream()
                .allMatch(field -> String.valueOf(old.get(field)).equals(String.valueOf(entered.get(field))));
        for (String secret : SECRETS) {
            boolean kept = sameServer && entered.getOrDefault(secret, "").isEmpty() && old.containsKey(secret);
            boolean needed = !secret.equals("password")
                    || !entered.getOrDefault("user", "").isEmpty();
            if (kept && needed) {
                merged.put(secret, old.getOrDefault(secret, ""));
            }
        }
        return merged;
    }

    static Map<String, String> write(Credentials credentials) {
        Map<String, String> fields = new TreeMap<>();
        switch (credentials) {
            case ApiKey(ApiKey.Place place, String name, String value) -> {
                fields.put("place", place.name().toLowerCase(Locale.ROOT));
                fields.put("name", name);
                fields.put("value", value);
            }
            case Basic(String user, String password) -> {
                fields.put("user", user);
                fields.put("password", password);
            }
            case Bearer(String token) -> fields.put("token", token);
            case OAuth2 client -> {
                fields.put("grant", client.grant().name().toLowerCase(Locale.ROOT));
                fields.put("authorizeUrl", client.authorizeUrl());
                fields.put("tokenUrl", client.tokenUrl());
                fields.put("clientId", client.clientId());
                fields.put("secret", client.secret());
                fields.put("scope", client.scope());
                fields.put("clientAuth", client.clientAuth().name().toLowerCase(Locale.ROOT));
            }
            case Key(String value, Key.Encoding encoding) -> {
                fields.put("value", value);
                fields.put("encoding", encoding.name().toLowerCase(Locale.ROOT));
            }
            case Smtp smtp -> {
                fields.put("host", smtp.host());
                fields.put("port", Integer.toString(smtp.port()));
                fields.put("security", smtp.security().name().toLowerCase(Locale.ROOT));
                smtp.user().ifPresent(user -> fields.put("user", user));
                smtp.password().ifPresent(password -> fields.put("password", password));
                fields.put("from", smtp.from());
            }
            case Imap imap -> {
                fields.put("host", imap.host());
                fields.put("port", Integer.toString(imap.port()));
                fields.put("security", imap.security().name().toLowerCase(Locale.ROOT));
                fields.put("user", imap.user());
                fields.put("password", imap.password());
            }
            case Database database -> {
                fields.put("product", database.product().name().toLowerCase(Locale.ROOT));
                fields.put("host", database.host());
                fields.put("port", Integer.toString(database.port()));
                fields.put("database", database.database());
                fields.put("user", database.user());
                fields.put("password", database.password());
                fields.put("encryption", database.security().name().toLowerCase(Locale.ROOT));
            }
            case FileServer server -> {
                fields.put("protocol", server.protocol().name().toLowerCase(Locale.ROOT));
                fields.put("host", server.host());
                fields.put("port", Integer.toString(server.port()));
                fields.put("user", server.user());
                server.password().ifPresent(password -> fields.put("password", password));
                server.privateKey().ifPresent(key -> fields.put("privateKey", key));
                server.fingerprint().ifPresent(print -> fields.put("fingerprint", print));
            }
        }
        return fields;
    }

    static Map<String, String> shown(Credentials credentials) {
        Map<String, String> shown = write(credentials);
        shown.keySet().removeAll(SECRETS);
        return shown;
    }

    private Credentials read(ConnectionType type) throws Wrong {
        return switch (type) {
            case API_KEY ->
                new ApiKey(choice("place", ApiKey.Place.class), text("name", HEADER_NAME), text("value", PLAIN));
            case BASIC -> new Basic(text("user", PLAIN), optional("password").orElse(""));
            case BEARER -> new Bearer(text("token", PLAIN));
            case OAUTH2 -> client();
            case KEY -> key();
            case SMTP -> smtp();
            case IMAP ->
                new Imap(
                        text("host", HOST),
                        port(),
                        choice("security", Smtp.Security.class),
                        text("user", PLAIN),
                        text("password", PLAIN));
            case DATABASE ->
                new Database(
                        choice("product", Database.Product.class),
                        text("host", HOST),
                        port(),
                        text("database", DATABASE),
                        text("user", PLAIN),
                        optional("password").orElse(""),
                        choice("encryption", Database.Encryption.class));
            case FILE_SERVER -> fileServer();
        };
    }

    private FileServer fileServer() throws Wrong {
        FileServer.Protocol protocol = choice("protocol", FileServer.Protocol.class);
        boolean key = protocol == FileServer.Protocol.SFTP
                && !fields.getOrDefault("privateKey", "").isEmpty();
        boolean print = protocol == FileServer.Protocol.SFTP
                && !fields.getOrDefault("fingerprint", "").isEmpty();
        return new FileServer(
                protocol,
                text("host", HOST),
                port(),
                text("user", PLAIN),
                key ? optional("password") : Optional.of(text("password", PLAIN)),
                key ? Optional.of(text("privateKey", KEY)) : Optional.empty(),
                print ? Optional.of(text("fingerprint", FINGERPRINT)) : Optional.empty());
    }

    private OAuth2 client() throws Wrong {
        OAuth2.Grant grant = choice("grant", OAuth2.Grant.class);
        boolean people = grant == OAuth2.Grant.AUTHORIZATION_CODE;
        // Those who sign in by hand may belong to a client without a secret (RFC 7636); a client alone never does.
        String secret = people ? optional("secret").orElse("") : text("secret", PLAIN);
        return new OAuth2(
                grant,
                people ? text("authorizeUrl", ADDRESS) : "",
                text("tokenUrl", ADDRESS),
                text("clientId", PLAIN),
                secret,
                optional("scope").orElse(""),
                optional("clientAuth").isEmpty()
                        ? OAuth2.ClientAuth.HEADER
                        : choice("clientAuth", OAuth2.ClientAuth.class));
    }

    private Key key() throws Wrong {
        Key key = new Key(
                text("value", PLAIN),
                optional("encoding").isEmpty() ? Key.Encoding.TEXT : choice("encoding", Key.Encoding.class));
        try {
            key.bytes();
            return key;
        } catch (IllegalArgumentException notWrittenSo) {
            throw new Wrong("value", "connection.key.encoding");
        }
    }

    private Smtp smtp() throws Wrong {
        Optional<String> user = optional("user");
        if (user.isPresent()) {
            text("password", PLAIN);
        }
        return new Smtp(
                text("host", HOST),
                port(),
                choice("security", Smtp.Security.class),
                user,
                user.isPresent() ? optional("password") : Optional.empty(),
                text("from", EMAIL));
    }

    private String text(String field, Pattern form) throws Wrong {
        String text = fields.getOrDefault(field, "");
        if (text.isBlank()) {
            throw new Wrong(field, "connection.field.missing");
        }
        if (!form.matcher(text).matches()) {
            throw new Wrong(field, "connection.field.invalid");
        }
        return text;
    }

    private Optional<String> optional(String field) throws Wrong {
        return fields.getOrDefault(field, "").isEmpty() ? Optional.empty() : Optional.of(text(field, PLAIN));
    }

    private int port() throws Wrong {
        try {
            int port = Integer.parseInt(fields.getOrDefault("port", "").strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new Wrong("port", "connection.port.invalid");
    }

    private <E extends Enum<E>> E choice(String field, Class<E> type) throws Wrong {
        try {
            return Enum.valueOf(type, fields.getOrDefault(field, "").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Wrong(field, "connection.field.invalid");
        }
    }
}
