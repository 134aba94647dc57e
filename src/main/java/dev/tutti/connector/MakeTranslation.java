package dev.tutti.connector;

import dev.tutti.value.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node of Make became.
 *
 * @param values the settings of our module, as they stand in a blueprint
 * @param notes what is not quite the same; empty when the grade is exact
 * @param todo what a person has to give before this module can run: a credential or data
 */
public record MakeTranslation(Fields values, Grade grade, List<Note> notes, List<Note> todo) {

    /** How faithful the translation is. */
    public enum Grade {
        EXACT,
        APPROXIMATE
    }

    /** A sentence by key ({@code make.note.<code>}) with its arguments; {@link Modules#text} says it in a language. */
    public record Note(String code, List<String> arguments) {
        public Note {
            arguments = List.copyOf(arguments);
        }
    }

    public MakeTranslation {
        notes = List.copyOf(notes);
        todo = List.copyOf(todo);
    }

    public static MakeTranslation exact(Fields values) {
        return new MakeTranslation(values, Grade.EXACT, List.of(), List.of());
    }

    /** The same, with something that is not quite as in Make. */
    public MakeTranslation but(String code, String... arguments) {
        return new MakeTranslation(values, Grade.APPROXIMATE, plus(notes, code, arguments), todo);
    }

    /** The same, with something left to do for a person. */
    public MakeTranslation todo(String code, String... arguments) {
        return new MakeTranslation(values, grade, notes, plus(todo, code, arguments));
    }

    private static List<Note> plus(List<Note> notes, String code, String... arguments) {
        List<Note> all = new ArrayList<>(notes);
        all.add(new Note(code, List.of(arguments)));
        return all;
    }
}
