package dev.tutti.workspace;

/** The colours a person wants to see. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
