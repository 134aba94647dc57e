package dev.tutti.scenario;

import dev.tutti.engine.Failure;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of errors under the names that blueprints use, such as {@code RateLimitError}. */
final class ErrorTypes {

    static final List<String> ALL =
            Arrays.stream(Failure.Kind.values()).map(Failure.Kind::type).toList();

    private ErrorTypes() {}

    static boolean known(String type) {
        return ALL.contains(type);
    }

    static Optional<Failure.Kind> kind(String type) {
        return Arrays.stream(Failure.Kind.values())
                .filter(kind -> kind.type().equals(type))
                .findFirst();
    }

    static Set<Failure.Kind> kinds(Collection<String> types) {
        return types.stream().flatMap(type -> kind(type).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
