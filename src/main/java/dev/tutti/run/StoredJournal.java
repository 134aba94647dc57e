package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.Journal;
import dev.tutti.engine.StepPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal out of what is stored; what is appended stays apart, to be stored or forgotten. */
final class StoredJournal implements Journal {

    private final Map<StepPath, Entry> entries = new HashMap<>();
    private final List<ChunkReader.Line> appended = new ArrayList<>();

    StoredJournal(List<ChunkReader.Line> lines) {
        lines.forEach(line -> entries.put(line.at(), line.entry()));
    }

    @Override
    public Optional<Entry> recall(StepPath at) {
        return Optional.ofNullable(entries.get(at));
    }

    @Override
    public void append(StepPath at, Entry entry) {
        entries.put(at, entry);
        appended.add(new ChunkReader.Line(at, entry));
    }

    @Override
    public void barrier() {}

    List<ChunkReader.Line> appended() {
        return appended;
    }
}
