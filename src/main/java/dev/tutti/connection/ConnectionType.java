package dev.tutti.connection;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of connection. */
public enum ConnectionType {
    API_KEY("apiKey"),
    BASIC("basic"),
    BEARER("bearer"),
    OAUTH2("oauth2"),
    /** A secret that encrypts or signs; it is sent to nobody. */
    KEY("key"),
    SMTP("smtp"),
    IMAP("imap"),
    DATABASE("database"),
    FILE_SERVER("fileServer");

    private final String code;

    ConnectionType(String code) {
        this.code = code;
    }

    /** The name used in JSON, in the database and in the specification of modules. */
    public String code() {
        return code;
    }

    public static Optional<ConnectionType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
