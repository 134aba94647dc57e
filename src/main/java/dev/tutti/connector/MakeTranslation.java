package dev.tutti.connector;

import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node of Make became.
 *
 * @param values the settings of our module, as they stand in a blueprint
 * @param notes what is not quite the same; empty when the grade is exact
 * @param todo what a person has to give before this module can run: a credential or data
 */
public record MakeTranslation(Fields values, Grade grade, List<Message> notes, List<Message> todo) {

    /** How faithful the translation is. */
    public enum Grade {
        EXACT,
        APPROXIMATE
    }

    public MakeTranslation {
        notes = List.copyOf(notes);
        todo = List.copyOf(todo);
    }

    /** Settings that hold nothing are left out. */
    public static MakeTranslation exact(Fields values) {
        Fields.Builder set = Fields.builder();
        values.fields().forEach((key, value) -> {
            if (value != Nothing.NULL) {
                set.put(key, value);
            }
        });
        return new MakeTranslation(set.build(), Grade.EXACT, List.of(), List.of());
    }

    /** The same, with something that is not quite as in Make. */
    public MakeTranslation but(String key, String... arguments) {
        return new MakeTranslation(values, Grade.APPROXIMATE, plus(notes, key, arguments), todo);
    }

    /** The same, with something left to do for a person. */
    public MakeTranslation todo(String key, String... arguments) {
        return new MakeTranslation(values, grade, notes, plus(todo, key, arguments));
    }

    private static List<Message> plus(List<Message> notes, String key, String... arguments) {
        List<Message> all = new ArrayList<>(notes);
        all.add(Message.of(key, (Object[]) arguments));
        return all;
    }
}
