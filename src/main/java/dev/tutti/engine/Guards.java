package dev.tutti.engine;

import java.util.List;

/**
 * The handlers of a plan. Several modules may share one, whose steps have their numbers only once.
 *
 * @param guards in the order in which they are tried: those of single modules, then those of groups, then that of the
 *     scenario; the first handler that is for the failure handles it
 */
public record Guards(List<Handler> handlers, List<Guard> guards) {
    public static final Guards NONE = new Guards(List.of(), List.of());

    public Guards {
        handlers = List.copyOf(handlers);
        guards = List.copyOf(guards);
    }
}
