package dev.tutti.engine;

import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Filling.Faulty;
import dev.tutti.expression.ExpressionError;
import dev.tutti.expression.Verdict;
import dev.tutti.value.Coercion;
import dev.tutti.value.Message;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine's own failures, in the words and the language of a scenario. */
record Texts(Locale locale, ZoneId zone) {
    private static Message of(String key, Object... arguments) {
        return Message.of("engine." + key, arguments);
    }

    private String say(String key, Object... arguments) {
        return of(key, arguments).in(locale);
    }

    private Failure failure(Kind kind, Message message, Message... advice) {
        return Failure.of(kind, locale, new Said(message, Arrays.stream(advice).findFirst()));
    }

    /** An expression failed; one that only the clock stopped is not a fact about the data. */
    Upshot faulty(Faulty faulty) {
        ExpressionError error = faulty.error();
        Message message = error.function().isEmpty()
                ? of("expression", faulty.field(), error.said())
                : of("expression.function", faulty.field(), error.function(), error.said());
        Kind kind = error.isTimeLimit() ? Kind.EXECUTION_INTERRUPTED : Kind.BUNDLE_VALIDATION;
        Failure told = error.advice().isEmpty() ? failure(kind, message) : failure(kind, message, error.hint());
        Failure failure = told.withDetail(say("place", error.from() + 1, error.to()));
        return error.isTimeLimit() ? new Upshot.CutShort(failure) : new Upshot.Fault(failure);
    }

    /** Whether the clock cut a filter short, as against one of its operands being wrong. */
    @Nullable
    Upshot cutShort(Verdict verdict) {
        if (verdict.passes()) {
            return null;
        }
        return verdict.groups().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.error().stream())
                .filter(ExpressionError::isTimeLimit)
                .findFirst()
                .map(error -> faulty(new Faulty("filter", error)))
                .orElse(null);
    }

    Upshot refused(String field, Coercion.Refused refused) {
        return new Upshot.Fault(failure(Kind.BUNDLE_VALIDATION, of("expression", field, refused.said())));
    }

    Failure notFields(String field) {
        return failure(Kind.BUNDLE_VALIDATION, of("notFields", field));
    }

    /** A bug of a module: its message may hold anything, so only the sort of bug is told. */
    Failure bug(String module, Throwable bug) {
        return failure(Kind.RUNTIME, of("bug", module), of("bug.advice"))
                .withDetail(bug.getClass().getSimpleName());
    }

    Failure tooManyOperations(long limit) {
        return failure(Kind.OPERATIONS_LIMIT_EXCEEDED, of("operations", limit), of("operations.advice"));
    }

    Failure tooDeep() {
        return failure(Kind.RUNTIME, of("deep"), of("deep.advice"));
    }

    Failure nobodyAnswered(Instant until) {
        return failure(Kind.MODULE_TIMEOUT, of("signal", until));
    }

    /** A commit or a rollback failed: what the other side has now is not known. */
    Failure inconsistent(Throwable trouble) {
        return Failure.of(Kind.INCONSISTENCY, say("inconsistent"), say("inconsistent.advice"))
                .withDetail(trouble.getClass().getSimpleName());
    }

    /** Why a filter could not compare a row, where that was so. */
    Optional<String> reason(Verdict verdict) {
        if (verdict.passes()) {
            return Optional.empty();
        }
        return verdict.groups().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.reason().stream())
                .findFirst()
                .map(said -> said.in(locale));
    }
}
