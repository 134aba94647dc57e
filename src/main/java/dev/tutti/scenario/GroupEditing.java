package dev.tutti.scenario;

import static dev.tutti.scenario.Edited.done;
import static dev.tutti.scenario.Edited.not;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What the edits of groups do to a sketch. */
final class GroupEditing {

    private GroupEditing() {}

    static Edited add(Sketch sketch, Group group) {
        Blueprint blueprint = sketch.blueprint();
        if (blueprint.group(group.id()).isPresent()) {
            return not("duplicate-group", group.id());
        }
        if (blueprint.groups().size() >= Editing.MOST_GROUPS) {
            return not("too-many-groups", Editing.MOST_GROUPS);
        }
        OptionalInt stray = stray(blueprint, group);
        return stray.isPresent()
                ? not("unknown-module", stray.getAsInt())
                : done(sketch.with(blueprint.withGroups(Editing.with(blueprint.groups(), group))));
    }

    static Edited set(Sketch sketch, Group group) {
        Blueprint blueprint = sketch.blueprint();
        if (blueprint.group(group.id()).isEmpty()) {
            return not("unknown-group", group.id());
        }
        OptionalInt stray = stray(blueprint, group);
        return stray.isPresent()
                ? not("unknown-module", stray.getAsInt())
                : done(sketch.with(blueprint.withGroups(
                        Editing.replaced(blueprint.groups(), old -> old.id().equals(group.id()), _ -> group))));
    }

    static Edited remove(Sketch sketch, String group) {
        Blueprint blueprint = sketch.blueprint();
        return blueprint.group(group).isEmpty()
                ? not("unknown-group", group)
                : done(sketch.with(blueprint.withGroups(
                        Editing.without(blueprint.groups(), old -> old.id().equals(group)))));
    }

    /** A number it names that no module has. */
    private static OptionalInt stray(Blueprint blueprint, Group group) {
        return IntStream.concat(group.modules().stream().mapToInt(no -> no), group.handler().stream())
                .filter(no -> blueprint.module(no).isEmpty())
                .findFirst();
    }
}
