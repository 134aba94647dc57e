package dev.tutti.run;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a run failed.
 *
 * @param module the number of the module that failed, absent when the run itself did
 * @param advice what to do about it
 * @param detail what the other side said
 * @param kind the error's type, as error handlers see it
 */
public record RunError(
        OptionalInt module, String kind, String message, Optional<String> advice, Optional<String> detail) {

    /** What happened, in the language of the reader where that is known, else in the scenario's. */
    public String message(Locale locale) {
        return message;
    }

    /** What to do about it, likewise. */
    public Optional<String> advice(Locale locale) {
        return advice;
    }
}
