package dev.tutti.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A frame around modules, with a name, and with a handler for the failures of any of them if it has one.
 *
 * @param id chosen by whoever draws it
 * @param modules at least one number, each once
 * @param handler the first module of the route that handles their failures; without one it is only a frame
 */
public record Group(String id, Optional<String> name, List<Integer> modules, OptionalInt handler, String tint) {

    /** The tint of a group that has chosen none. */
    public static final String PLAIN = "grey";

    public Group {
        modules = List.copyOf(modules);
        if (modules.isEmpty()) {
            throw new IllegalArgumentException("Group " + id + " has no modules");
        }
    }

    /** What is left of it without this module; nothing when that was the last one. */
    Optional<Group> without(int no) {
        List<Integer> rest = modules.stream().filter(module -> module != no).toList();
        OptionalInt left = handler.equals(OptionalInt.of(no)) ? OptionalInt.empty() : handler;
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Group(id, name, rest, left, tint));
    }
}
