package dev.tutti.scenario;

import dev.tutti.value.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The report of an import while it is being written. */
final class MakeReport {

    private static final class Entry {
        final String module;
        ImportReport.Grade grade;
        final Set<Message> notes = new LinkedHashSet<>();

        Entry(String module, ImportReport.Grade grade) {
            this.module = module;
            this.grade = grade;
        }
    }

    private final Map<Integer, Entry> entries = new LinkedHashMap<>();
    private final List<Message> todo = new ArrayList<>();
    private final Set<Integer> busy = new LinkedHashSet<>();

    void module(int no, String module, ImportReport.Grade grade) {
        entries.put(no, new Entry(module, grade));
    }

    /** Something to know about a module; what it does is the same. */
    void note(int no, Message message) {
        Entry entry = entries.get(no);
        if (entry != null) {
            entry.notes.add(message);
        }
    }

    /** Something that makes a module not quite the same. */
    void differs(int no, Message message) {
        note(no, message);
        Entry entry = entries.get(no);
        if (entry != null && entry.grade == ImportReport.Grade.EXACT) {
            entry.grade = ImportReport.Grade.APPROXIMATE;
        }
    }

    /** Something a person has to do before this module can run. */
    void todo(int no, Message message) {
        todo.add(message);
        busy.add(no);
    }

    boolean hasTodo(int no) {
        return busy.contains(no);
    }

    ImportReport in(Locale locale) {
        return new ImportReport(
                entries.entrySet().stream()
                        .map(entry -> new ImportReport.Line(
                                entry.getKey(),
                                entry.getValue().module,
                                entry.getValue().grade,
                                entry.getValue().notes.stream()
                                        .map(note -> note.in(locale))
                                        .toList()))
                        .toList(),
                todo.stream().map(message -> message.in(locale)).distinct().toList());
    }
}
