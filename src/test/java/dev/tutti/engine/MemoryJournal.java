package dev.tutti.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal in memory. What was appended after the last barrier is lost when the process dies. */
final class MemoryJournal implements Journal {
    record Line(StepPath at, Entry entry) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<StepPath, Entry> entries = new HashMap<>();
    private int durable;

    @Override
    public Optional<Entry> recall(StepPath at) {
        return Optional.ofNullable(entries.get(at));
    }

    @Override
    public void append(StepPath at, Entry entry) {
        lines.add(new Line(at, entry));
        entries.put(at, entry);
    }

    @Override
    public void barrier() {
        durable = lines.size();
    }

    List<Line> lines() {
        return lines;
    }

    int durable() {
        return durable;
    }

    /** What a new process finds: all that is durable, and by luck some of the lines after it. */
    MemoryJournal afterCrash(int lucky) {
        MemoryJournal found = new MemoryJournal();
        int kept = Math.min(lines.size(), durable + lucky);
        lines.subList(0, kept)
                .forEach(line -> found.append(StepPath.parse(line.at().toString()), line.entry()));
        found.barrier();
        return found;
    }
}
