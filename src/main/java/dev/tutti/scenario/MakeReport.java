package dev.tutti.scenario;

import dev.tutti.value.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The report of an import while it is being written. */
final class MakeReport {

    private static final class Entry {
        final String module;
        ImportReport.Grade grade;
        final List<Function<Locale, String>> notes = new ArrayList<>();

        Entry(String module, ImportReport.Grade grade) {
            this.module = module;
            this.grade = grade;
        }
    }

    private final Map<Integer, Entry> entries = new LinkedHashMap<>();
    private final List<Function<Locale, String>> todo = new ArrayList<>();
    private final Set<Integer> busy = new LinkedHashSet<>();

    void module(int no, String module, ImportReport.Grade grade) {
        entries.put(no, new Entry(module, grade));
    }

    /** Something to know about a module; what it does is the same. */
    void note(int no, Message message) {
        note(no, message::in);
    }

    private void note(int no, Function<Locale, String> message) {
        Entry entry = entries.get(no);
        if (entry != null) {
            entry.notes.add(message);
        }
    }

    /** Something that makes a module not quite the same. */
    void differs(int no, Message message) {
        differs(no, message::in);
    }

    /** The same with words that depend on the reader's language in their turn. */
    void differs(int no, Function<Locale, String> message) {
        note(no, message);
        Entry entry = entries.get(no);
        if (entry != null && entry.grade == ImportReport.Grade.EXACT) {
            entry.grade = ImportReport.Grade.APPROXIMATE;
        }
    }

    /** Something a person has to do before this module can run. */
    void todo(int no, Message message) {
        todo.add(message::in);
        busy.add(no);
    }

    boolean hasTodo(int no) {
        return busy.contains(no);
    }

    ImportReport in(Locale locale) {
        return new ImportReport(
                "make",
                entries.entrySet().stream()
                        .map(entry -> new ImportReport.Line(
                                entry.getKey(),
                                entry.getValue().module,
                                entry.getValue().grade,
                                entry.getValue().notes.stream()
                                        .map(note -> note.apply(locale))
                                        .distinct()
                                        .toList()))
                        .toList(),
                todo.stream().map(message -> message.apply(locale)).distinct().toList(),
                List.of(),
                List.of(),
                List.of());
    }
}
