package dev.tutti.workspace;

import java.util.Locale;

/** The languages Tutti speaks. */
public final class Languages {

    private Languages() {}

    /** French for every kind of French, English for all the rest. */
    public static Locale nearest(Locale wanted) {
        return wanted.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    }
}
