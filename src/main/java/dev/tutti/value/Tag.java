package dev.tutti.value;

/** The byte before each value of the journal's form. */
final class Tag {
    static final int NULL = 0;
    static final int IGNORE = 1;
    static final int ERASE = 2;
    static final int FALSE = 3;
    static final int TRUE = 4;
    static final int WHOLE = 5;
    static final int DECIMAL = 6;
    static final int BIG = 7;
    static final int TEXT = 8;
    static final int TEXT_16 = 9;
    static final int MOMENT = 10;
    static final int INLINE = 11;
    static final int STORED = 12;
    static final int ITEMS = 13;
    static final int FIELDS = 14;

    /** From here to {@link #SMALL_WHOLE}: texts of 0 to 63 bytes, length included. */
    static final int SHORT_TEXT = 0x40;

    /** From here on: the whole numbers 0 to 127. */
    static final int SMALL_WHOLE = 0x80;

    private Tag() {}
}
