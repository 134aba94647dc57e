package dev.tutti.scenario;

import static dev.tutti.scenario.Edited.done;
import static dev.tutti.scenario.Edited.not;

import dev.tutti.value.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What each edit does to a sketch. The editor does the same in the browser; both prove it on the same cases. */
final class Editing {

    /** As many modules as a scenario can have. */
    static final int MOST_MODULES = 2_000;

    /** As many notes as a scenario can have. */
    static final int MOST_NOTES = 500;

    /** As many groups as a scenario can have. */
    static final int MOST_GROUPS = 500;

    private static final int LONGEST_NAME = 120;

    private Editing() {}

    static Edited apply(Sketch sketch, Edit edit) {
        return switch (edit) {
            case Edit.AddModule add -> add(sketch, add.module());
            case Edit.RemoveModule remove -> remove(sketch, remove.no());
            case Edit.MoveModules move -> move(sketch, move.moves());
            case Edit.SetValue set -> module(sketch, set.no(), node -> node.withValues(changed(node.values(), set)));
            case Edit.RenameModule rename -> module(sketch, rename.no(), node -> node.withName(rename.name()));
            case Edit.SetConnection set -> module(sketch, set.no(), node -> node.withConnection(set.connection()));
            case Edit.SetDisabled set -> module(sketch, set.no(), node -> node.withDisabled(set.disabled()));
            case Edit.SetRetry set -> module(sketch, set.no(), node -> node.withRetry(set.retry()));
            case Edit.AddLink add -> add(sketch, add.link());
            case Edit.RemoveLink remove -> remove(sketch, remove.from(), remove.to());
            case Edit.SetLink set -> set(sketch, set);
            case Edit.AddGroup add -> GroupEditing.add(sketch, add.group());
            case Edit.SetGroup set -> GroupEditing.set(sketch, set.group());
            case Edit.RemoveGroup remove -> GroupEditing.remove(sketch, remove.group());
            case Edit.AddNote add -> add(sketch, add.note());
            case Edit.SetNote set -> set(sketch, set.note());
            case Edit.RemoveNote remove -> remove(sketch, remove.note());
            case Edit.SetSetting set -> set(sketch, set);
            case Edit.Rename rename -> rename(sketch, rename.name());
            case Edit.Replace replace -> done(sketch.with(replace.blueprint()));
        };
    }

    private static Edited add(Sketch sketch, Node module) {
        Blueprint blueprint = sketch.blueprint();
        if (blueprint.module(module.no()).isPresent()) {
            return not("duplicate-number", module.no());
        }
        if (blueprint.modules().size() >= MOST_MODULES) {
            return not("too-many-modules", MOST_MODULES);
        }
        return done(sketch.with(blueprint.withModules(with(blueprint.modules(), module))));
    }

    private static Edited remove(Sketch sketch, int no) {
        Blueprint blueprint = sketch.blueprint();
        if (blueprint.module(no).isEmpty()) {
            return not("unknown-module", no);
        }
        return done(sketch.with(new Blueprint(
                without(blueprint.modules(), module -> module.no() == no),
                without(blueprint.links(), link -> link.from() == no || link.to() == no),
                blueprint.groups().stream()
                        .flatMap(group -> group.without(no).stream())
                        .toList(),
                replaced(
                        blueprint.notes(),
                        note -> note.module().equals(OptionalInt.of(no)),
                        note -> new Note(
                                note.id(), note.at(), note.size(), note.text(), note.tint(), OptionalInt.empty())),
                withoutHandler(blueprint.settings(), no))));
    }

    private static Settings withoutHandler(Settings settings, int no) {
        FailureRules failures = settings.failures();
        return failures.handler().equals(OptionalInt.of(no))
                ? settings.with(failures.withHandler(OptionalInt.empty()))
                : settings;
    }

    private static Edited move(Sketch sketch, List<Edit.Move> moves) {
        Blueprint blueprint = sketch.blueprint();
        Map<Integer, Position> places = new HashMap<>();
        for (Edit.Move move : moves) {
            if (blueprint.module(move.no()).isEmpty()) {
                return not("unknown-module", move.no());
            }
            places.put(move.no(), move.at());
        }
        return done(sketch.with(blueprint.withModules(replaced(
                blueprint.modules(),
                module -> places.containsKey(module.no()),
                module -> module.withAt(places.getOrDefault(module.no(), module.at()))))));
    }

    private static Edited module(Sketch sketch, int no, UnaryOperator<Node> change) {
        Blueprint blueprint = sketch.blueprint();
        if (blueprint.module(no).isEmpty()) {
            return not("unknown-module", no);
        }
        return done(
                sketch.with(blueprint.withModules(replaced(blueprint.modules(), module -> module.no() == no, change))));
    }

    private static Fields changed(Fields values, Edit.SetValue set) {
        return set.value().map(value -> values.with(set.key(), value)).orElseGet(() -> values.without(set.key()));
    }

    private static Edited add(Sketch sketch, Link link) {
        Blueprint blueprint = sketch.blueprint();
        if (blueprint.module(link.from()).isEmpty()) {
            return not("unknown-module", link.from());
        }
        if (blueprint.module(link.to()).isEmpty()) {
            return not("unknown-module", link.to());
        }
        if (link.from() == link.to()) {
            return not("self-link", link.from());
        }
        if (blueprint.link(link.from(), link.to()).isPresent()) {
            return not("duplicate-link", link.from(), link.to());
        }
        if (blueprint.links().size() >= BlueprintJson.MOST_LINKS) {
            return not("too-many-links", BlueprintJson.MOST_LINKS);
        }
        return done(sketch.with(blueprint.withLinks(with(blueprint.links(), link))));
    }

    private static Edited remove(Sketch sketch, int from, int to) {
        Blueprint blueprint = sketch.blueprint();
        if (blueprint.link(from, to).isEmpty()) {
            return not("unknown-link", from, to);
        }
        return done(sketch.with(blueprint.withLinks(without(blueprint.links(), link -> link.joins(from, to)))));
    }

    private static Edited set(Sketch sketch, Edit.SetLink set) {
        Blueprint blueprint = sketch.blueprint();
        if (blueprint.link(set.from(), set.to()).isEmpty()) {
            return not("unknown-link", set.from(), set.to());
        }
        if (!set.link().joins(set.from(), set.to())) {
            return not("other-ends", set.from(), set.to());
        }
        return done(sketch.with(blueprint.withLinks(
                replaced(blueprint.links(), link -> link.joins(set.from(), set.to()), link -> set.link()))));
    }

    private static Edited add(Sketch sketch, Note note) {
        Blueprint blueprint = sketch.blueprint();
        if (known(blueprint, note.id())) {
            return not("duplicate-note", note.id());
        }
        if (blueprint.notes().size() >= MOST_NOTES) {
            return not("too-many-notes", MOST_NOTES);
        }
        if (tiedToNothing(blueprint, note)) {
            return not("unknown-module", note.module().orElseThrow());
        }
        return done(sketch.with(blueprint.withNotes(with(blueprint.notes(), note))));
    }

    private static Edited set(Sketch sketch, Note note) {
        Blueprint blueprint = sketch.blueprint();
        if (!known(blueprint, note.id())) {
            return not("unknown-note", note.id());
        }
        if (tiedToNothing(blueprint, note)) {
            return not("unknown-module", note.module().orElseThrow());
        }
        return done(sketch.with(
                blueprint.withNotes(replaced(blueprint.notes(), old -> old.id().equals(note.id()), old -> note))));
    }

    private static Edited remove(Sketch sketch, String note) {
        Blueprint blueprint = sketch.blueprint();
        if (!known(blueprint, note)) {
            return not("unknown-note", note);
        }
        return done(sketch.with(
                blueprint.withNotes(without(blueprint.notes(), old -> old.id().equals(note)))));
    }

    private static boolean known(Blueprint blueprint, String note) {
        return blueprint.notes().stream().anyMatch(old -> old.id().equals(note));
    }

    private static boolean tiedToNothing(Blueprint blueprint, Note note) {
        return note.module().isPresent()
                && blueprint.module(note.module().getAsInt()).isEmpty();
    }

    private static Edited set(Sketch sketch, Edit.SetSetting set) {
        Blueprint blueprint = sketch.blueprint();
        return switch (SettingsReader.changed(blueprint.settings(), set.key(), set.value())) {
            case SettingsReader.Changed(Settings settings)
            when settings.failures().handler().isPresent()
                    && blueprint
                            .module(settings.failures().handler().getAsInt())
                            .isEmpty() ->
                not("unknown-module", settings.failures().handler().getAsInt());
            case SettingsReader.Changed(Settings settings) -> done(sketch.with(blueprint.withSettings(settings)));
            case SettingsReader.Unknown() -> not("unknown-setting", set.key());
            case SettingsReader.Wrong() -> not("bad-setting", set.key());
        };
    }

    private static Edited rename(Sketch sketch, String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            return not("bad-name", LONGEST_NAME);
        }
        return done(sketch.with(wanted));
    }

    static <T> List<T> with(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    static <T> List<T> without(List<T> all, Predicate<T> out) {
        return all.stream().filter(out.negate()).toList();
    }

    static <T> List<T> replaced(List<T> all, Predicate<T> which, UnaryOperator<T> change) {
        return all.stream()
                .map(one -> which.test(one) ? change.apply(one) : one)
                .toList();
    }
}
