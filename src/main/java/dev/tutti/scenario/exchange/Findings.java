package dev.tutti.scenario.exchange;

import dev.tutti.scenario.ImportReport;
import dev.tutti.scenario.ImportReport.Grade;
import dev.tutti.scenario.Problem;
import dev.tutti.value.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The report of an import or export while it is being written; its words are chosen when its reader is known. */
public final class Findings {

    private static final class Entry {
        final String module;
        Grade grade;
        final Set<Function<Locale, String>> notes = new LinkedHashSet<>();

        Entry(String module, Grade grade) {
            this.module = module;
            this.grade = grade;
        }
    }

    private record Thing(String kind, String label, boolean ready) {}

    private final String format;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>();
    private final List<Function<Locale, String>> todo = new ArrayList<>();
    private final Set<Integer> busy = new LinkedHashSet<>();
    private final Map<Thing, Set<Integer>> needs = new LinkedHashMap<>();
    private final List<Message> notes = new ArrayList<>();

    public Findings(String format) {
        this.format = format;
    }

    /** @param no its number here; a negative one where it has none, so that its notes can be told apart */
    public void module(int no, String module, Grade grade) {
        entries.put(no, new Entry(module, grade));
    }

    /** Something to know about a module; what it does is the same. */
    public void note(int no, Message message) {
        note(no, message::in);
    }

    public void note(int no, Function<Locale, String> words) {
        Entry entry = entries.get(no);
        if (entry != null) {
            entry.notes.add(words);
        }
    }

    /** Something that makes a module not quite the same. */
    public void differs(int no, Message message) {
        differs(no, message::in);
    }

    /** The same with words that depend on the reader's language in their turn. */
    public void differs(int no, Function<Locale, String> words) {
        note(no, words);
        grade(no, Grade.APPROXIMATE);
    }

    /** Makes the grade of a module worse, never better. */
    public void grade(int no, Grade grade) {
        Entry entry = entries.get(no);
        if (entry != null && grade.compareTo(entry.grade) > 0) {
            entry.grade = grade;
        }
    }

    /** Something a person has to do before this module can run. */
    public void todo(int no, Message message) {
        todo(no, message::in);
    }

    public void todo(int no, Function<Locale, String> words) {
        todo.add(words);
        busy.add(no);
    }

    /** Something outside the file that a module uses. */
    public void need(String kind, String label, int no, boolean ready) {
        needs.computeIfAbsent(new Thing(kind, label, ready), _ -> new TreeSet<>())
                .add(no);
    }

    /** Something about the scenario as a whole. */
    public void note(Message message) {
        notes.add(message);
    }

    /** Whatever else keeps the scenario from being published goes to the list of things to do. */
    public void remaining(List<Problem> problems) {
        for (Problem problem : problems) {
            int no = problem.module()
                    .orElseGet(() -> problem.link().map(Problem.Ends::to).orElse(0));
            if (problem.isError() && !busy.contains(no)) {
                todo.add(locale -> Message.of(
                                no == 0 ? "exchange.problem" : "exchange.problem.module",
                                problem.said().in(locale),
                                no)
                        .in(locale));
            }
        }
    }

    public ImportReport in(Locale locale, List<ImportReport.Repair> repairs) {
        return new ImportReport(
                format,
                entries.entrySet().stream()
                        .map(entry -> new ImportReport.Line(
                                Math.max(0, entry.getKey()),
                                entry.getValue().module,
                                entry.getValue().grade,
                                said(entry.getValue().notes.stream().toList(), locale)))
                        .toList(),
                said(todo, locale),
                needs.entrySet().stream()
                        .map(need -> new ImportReport.Need(
                                need.getKey().kind(),
                                need.getKey().label(),
                                List.copyOf(need.getValue()),
                                need.getKey().ready()))
                        .toList(),
                repairs,
                notes.stream().map(note -> note.in(locale)).distinct().toList());
    }

    private static List<String> said(List<Function<Locale, String>> words, Locale locale) {
        return words.stream().map(word -> word.apply(locale)).distinct().toList();
    }
}
