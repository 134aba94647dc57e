package dev.tutti.engine;

import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Filling.Faulty;
import dev.tutti.expression.ExpressionError;
import dev.tutti.expression.Verdict;
import dev.tutti.value.Coercion;
import dev.tutti.value.Message;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine's own failures, in the words and the language of a scenario. */
record Texts(Locale locale, ZoneId zone) {
    private String say(String key, Object... arguments) {
        return Message.of("engine." + key, arguments).in(locale);
    }

    /** An expression failed; one that only the clock stopped is not a fact about the data. */
    Upshot faulty(Faulty faulty) {
        ExpressionError error = faulty.error();
        String place = say("place", error.from() + 1, error.to());
        Failure failure = new Failure(
                error.isTimeLimit() ? Kind.EXECUTION_INTERRUPTED : Kind.BUNDLE_VALIDATION,
                error.function().isEmpty()
                        ? say("expression", faulty.field(), error.message(locale))
                        : say("expression.function", faulty.field(), error.function(), error.message(locale)),
                Optional.of(error.advice(locale)).filter(advice -> !advice.isEmpty()),
                Optional.of(place),
                Optional.empty());
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
        return new Upshot.Fault(Failure.of(
                Kind.BUNDLE_VALIDATION, say("expression", field, refused.said().in(locale))));
    }

    Failure notFields(String field) {
        return Failure.of(Kind.BUNDLE_VALIDATION, say("notFields", field));
    }

    /** A bug of a module: its message may hold anything, so only the sort of bug is told. */
    Failure bug(String module, Throwable bug) {
        return Failure.of(Kind.RUNTIME, say("bug", module), say("bug.advice"))
                .withDetail(bug.getClass().getSimpleName());
    }

    Failure tooManyOperations(long limit) {
        return Failure.of(Kind.OPERATIONS_LIMIT_EXCEEDED, say("operations", limit), say("operations.advice"));
    }

    Failure tooDeep() {
        return Failure.of(Kind.RUNTIME, say("deep"), say("deep.advice"));
    }

    Failure nobodyAnswered(Instant until) {
        return Failure.of(Kind.MODULE_TIMEOUT, say("signal", until));
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
