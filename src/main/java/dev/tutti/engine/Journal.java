package dev.tutti.engine;

import java.util.Optional;

/**
 * The memory of one run. Resuming a run is walking the same plan again over the same journal.
 *
 * <p>Entries are appended in the order in which things happen, so the i-th operation of a module is the i-th of its
 * entries. After a crash any number of the last entries may be missing, but none from before the last barrier, and no
 * gap. An entry appended where there is one already takes its place.
 */
public interface Journal {
    Optional<Entry> recall(StepPath at);

    void append(StepPath at, Entry entry);

    /** When this returns, all that was appended survives a crash. */
    void barrier();
}
