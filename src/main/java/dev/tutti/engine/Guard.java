package dev.tutti.engine;

import java.util.List;
import java.util.Set;

/**
 * Who is helped by which handlers.
 *
 * @param modules their numbers; empty for every module that belongs to no handler's route
 * @param handlers places in {@link Guards#handlers()}, in the order in which they are tried
 */
public record Guard(Set<Integer> modules, List<Integer> handlers) {
    public Guard {
        modules = Set.copyOf(modules);
        handlers = List.copyOf(handlers);
    }
}
