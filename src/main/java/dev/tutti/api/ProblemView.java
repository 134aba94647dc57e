package dev.tutti.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tutti.value.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a draft, in words.
 *
 * @param severity `error` (keeps it from being published), `warning` or `info`
 * @param field the path of the field, such as `headers[1].value`; of a filter `filter[0][1].a`
 * @param from where it begins in the text of that field, in characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemView(
        String severity,
        String code,
        String message,
        @Nullable String advice,
        @Nullable Integer module,
        @Nullable LinkView link,
        @Nullable String field,
        @Nullable Integer from,
        @Nullable Integer to) {

    record LinkView(int from, int to) {}

    static List<ProblemView> of(List<dev.tutti.scenario.Problem> problems, Locale locale) {
        return problems.stream().map(problem -> of(problem, locale)).toList();
    }

    private static ProblemView of(dev.tutti.scenario.Problem problem, Locale locale) {
        return new ProblemView(
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.code(),
                problem.said().in(locale),
                problem.hint().map((Message hint) -> hint.in(locale)).orElse(null),
                boxed(problem.module()),
                problem.link().map(ends -> new LinkView(ends.from(), ends.to())).orElse(null),
                problem.field().orElse(null),
                boxed(problem.from()),
                boxed(problem.to()));
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()).get() : null;
    }
}
