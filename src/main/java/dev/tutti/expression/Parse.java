package dev.tutti.expression;

import java.util.List;
import java.util.Optional;

/** What became of a text that should be a template. */
public sealed interface Parse {
    /** It is one, perhaps with {@link Template#warnings() warnings}. */
    record Ok(Template template) implements Parse {}

    /** It is not; at least one of the problems is an error. */
    record Bad(List<Problem> problems) implements Parse {
        public Bad {
            problems = List.copyOf(problems);
        }
    }

    /** Errors and warnings alike, in the order of the source. */
    default List<Problem> problems() {
        return switch (this) {
            case Ok(Template template) -> template.warnings();
            case Bad(List<Problem> problems) -> problems;
        };
    }

    default Optional<Template> ok() {
        return this instanceof Ok(Template template) ? Optional.of(template) : Optional.empty();
    }
}
