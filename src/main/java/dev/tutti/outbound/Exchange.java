package dev.tutti.outbound;

import java.util.Locale;

/** How an exchange with another server came out. */
public sealed interface Exchange permits Answer, Refused, Failed {

    /** The text for people where there is no answer; English unless the language is French. */
    interface Unanswered {
        String message(Locale locale);
    }
}
