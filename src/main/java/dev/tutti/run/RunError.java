package dev.tutti.run;

import dev.tutti.engine.Failure;
import dev.tutti.engine.Said;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a run failed.
 *
 * @param module the number of the module that failed, absent when the run itself did
 * @param kind the error's type, as error handlers see it
 * @param message what happened, in the scenario's language
 * @param advice what to do about it
 * @param detail what the other side said
 * @param said message and advice for readers of other languages, where they are not another program's words
 */
public record RunError(
        OptionalInt module,
        String kind,
        String message,
        Optional<String> advice,
        Optional<String> detail,
        Optional<Said> said) {

    static RunError of(int module, Failure failure) {
        return new RunError(
                OptionalInt.of(module),
                failure.kind().type(),
                failure.message(),
                failure.advice(),
                failure.detail(),
                failure.said());
    }

    /** An error of the run itself. */
    static RunError of(Failure.Kind kind, Locale locale, Said said) {
        Failure failure = Failure.of(kind, locale, said);
        return new RunError(
                OptionalInt.empty(),
                kind.type(),
                failure.message(),
                failure.advice(),
                Optional.empty(),
                failure.said());
    }

    RunError at(int no) {
        return new RunError(OptionalInt.of(no), kind, message, advice, detail, said);
    }

    RunError withoutDetail() {
        return new RunError(module, kind, message, advice, Optional.empty(), said);
    }

    /** What happened, in the language of the reader where that is known, else in the scenario's. */
    public String message(Locale locale) {
        return said.map(it -> it.message().in(locale)).orElse(message);
    }

    /** What to do about it, likewise. */
    public Optional<String> advice(Locale locale) {
        return said.map(it -> it.advice().map(text -> text.in(locale))).orElse(advice);
    }
}
