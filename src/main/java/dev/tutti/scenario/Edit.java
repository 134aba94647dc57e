package dev.tutti.scenario;

import dev.tutti.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * One change of a draft, as the editor sends it, as it is logged, and as others who edited in between get to see it.
 * Inserting in a link, or deleting and healing, are several edits sent together.
 */
public sealed interface Edit {

    /** Chosen by the sender, so that it recognises its own edits. */
    String id();

    /** A new module, or one that undo brings back with its old number. */
    record AddModule(String id, Node module) implements Edit {}

    /** Takes the module away together with its links. */
    record RemoveModule(String id, int no) implements Edit {}

    /** Moves modules; one drag is one edit. */
    record MoveModules(String id, List<Move> moves) implements Edit {
        public MoveModules {
            moves = List.copyOf(moves);
        }
    }

    /** Where a module goes. */
    record Move(int no, Position at) {}

    /** Sets one field of the form; an absent value clears it. */
    record SetValue(String id, int no, String key, Optional<Value> value) implements Edit {}

    /** Names the module; an absent name gives it back the catalogue's. */
    record RenameModule(String id, int no, Optional<String> name) implements Edit {}

    record SetConnection(String id, int no, Optional<String> connection) implements Edit {}

    record SetDisabled(String id, int no, boolean disabled) implements Edit {}

    /** Says how a failed call of the module is repeated; an absent rule lets its failures count at once. */
    record SetRetry(String id, int no, Optional<RetryRule> retry) implements Edit {}

    record AddLink(String id, Link link) implements Edit {}

    record RemoveLink(String id, int from, int to) implements Edit {}

    /** Replaces what the link says (filter, order, fallback, name, errors); its ends stay. */
    record SetLink(String id, int from, int to, Link link) implements Edit {}

    record AddGroup(String id, Group group) implements Edit {}

    /** Puts another group in the place of the one with the same id. */
    record SetGroup(String id, Group group) implements Edit {}

    /** Takes the frame away; its modules stay. */
    record RemoveGroup(String id, String group) implements Edit {}

    record AddNote(String id, Note note) implements Edit {}

    record SetNote(String id, Note note) implements Edit {}

    record RemoveNote(String id, String note) implements Edit {}

    /** Sets one setting by its JSON name; an absent value restores its default. */
    record SetSetting(String id, String key, Optional<Value> value) implements Edit {}

    /** Renames the scenario itself. */
    record Rename(String id, String name) implements Edit {}

    /** Puts another blueprint in the place of this one. */
    record Replace(String id, Blueprint blueprint) implements Edit {}
}
