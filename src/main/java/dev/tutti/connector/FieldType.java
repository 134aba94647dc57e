package dev.tutti.connector;

import java.util.Locale;

/** The type of a setting or of an output; decides the control of the settings panel and the coercion before a call. */
public enum FieldType {
    TEXT,
    NUMBER,
    BOOLEAN,
    SELECT,
    DATE,
    /** Any value at all: text with pills, or a mapped value whose type stays as it is. */
    ANY,
    /** JSON text with pills inside. */
    JSON,
    COLLECTION,
    ARRAY,
    /** A list of {name, value}. */
    KEYVALUE,
    /** A file or other binary content. */
    FILE,
    /** Conditions: OR of ANDs of {a, o, b}. */
    FILTER,
    SCHEDULE,
    WEBHOOK,
    DATASTORE,
    /** The id of another scenario. */
    SCENARIO,
    /** A data structure of the workspace, by its id. */
    STRUCTURE,
    /** The number of another module of the scenario. */
    MODULE,
    /** A length of time in seconds. */
    DURATION;

    /** The name in JSON. */
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
