package dev.tutti.ui;

import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;

/** The numbers in the addresses of pages. */
final class Numbers {

    private Numbers() {}

    /** Absent as well where the digits are more than any of our numbers has. */
    static Optional<Long> in(RouteParameters parameters, String name) {
        try {
            return parameters.get(name).map(Long::valueOf);
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }
}
