package dev.tutti.value;

/** The ways of holding no data. */
public enum Nothing implements Value {
    /** Empty: a missing field, JSON's null. */
    NULL,
    /** The keyword {@code ignore}: act as if the field were not mapped at all. */
    IGNORE,
    /** The keyword {@code erase}: send an empty value, so that the receiver clears the field. */
    ERASE
}
