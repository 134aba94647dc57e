package dev.tutti.expression;

import java.util.List;
import java.util.Optional;

/** What became of a text that should be a template. */
public sealed interface Parse {
    /** It is one, perhaps with {@link Template#warnings() warnings}. */
    record Ok(Template template) implements Parse {}

    /** It is not; at least one of the problems is an error. */
    record Bad(List<Problem> problems, List<Reference> references) implements Parse {
        public Bad {
            problems = List.copyOf(problems);
            references = List.copyOf(references);
        }
    }

    /** Errors and warnings alike, in the order of the source. */
    default List<Problem> problems() {
        return switch (this) {
            case Ok(Template template) -> template.warnings();
            case Bad(List<Problem> problems, List<Reference> _) -> problems;
        };
    }

    /** The data it uses, as far as it could be read, in the order of the source. */
    default List<Reference> references() {
        return switch (this) {
            case Ok(Template template) -> template.references();
            case Bad(List<Problem> _, List<Reference> references) -> references;
        };
    }

    default Optional<Template> ok() {
        return this instanceof Ok(Template template) ? Optional.of(template) : Optional.empty();
    }
}
