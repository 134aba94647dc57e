package dev.tutti.api;

import dev.tutti.scenario.Problem.Ends;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What keeps a draft from running, as the JSON of the API shows it. */
record DraftProblemView(
        String severity,
        String code,
        String message,
        @Nullable String advice,
        @Nullable Integer module,
        @Nullable Ends link,
        @Nullable String field) {

    static DraftProblemView of(dev.tutti.scenario.Problem problem, Locale locale) {
        return new DraftProblemView(
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.code(),
                problem.said().in(locale),
                problem.hint().map(hint -> hint.in(locale)).orElse(null),
                problem.module().isPresent() ? problem.module().getAsInt() : null,
                problem.link().orElse(null),
                problem.field().orElse(null));
    }
}
