package dev.tutti.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The units of one transaction, laid out by table. A run that begins and ends in it is one row, written once. */
final class CommitBatch {

    final Map<Long, RunRow> rows = new LinkedHashMap<>();
    final List<Write.Chunk> chunks = new ArrayList<>();
    /** In the order of their ids, so that two nodes never wait for each other. */
    final Map<Long, Standing> changes = new TreeMap<>();

    final List<Long> scrubbed = new ArrayList<>();

    CommitBatch(List<CommitUnit> units) {
        for (CommitUnit unit : units) {
            for (Write write : unit.writes()) {
                add(write);
            }
        }
    }

    private void add(Write write) {
        switch (write) {
            case Write.Accept accept -> rows.put(accept.row().id(), accept.row());
            case Write.Chunk chunk -> chunks.add(chunk);
            case Write.Change change -> {
                RunRow begun = rows.get(change.run());
                if (begun == null) {
                    changes.put(change.run(), change.standing());
                } else {
                    rows.put(change.run(), begun.with(change.standing()));
                }
                if (change.scrub()) {
                    scrub(change.run());
                }
            }
            case Write.Also also -> {}
        }
    }

    /** Chunks after the scrubbing write stay: they hold what may be kept. */
    private void scrub(long run) {
        chunks.removeIf(chunk -> chunk.run() == run);
        scrubbed.add(run);
    }

    /** The runs that sleep from now on, with the time to wake them; 0 is at once. */
    Map<Long, Long> wakings() {
        Map<Long, Long> wakings = new TreeMap<>();
        rows.values().forEach(row -> waking(wakings, row.id(), row.standing()));
        changes.forEach((run, standing) -> waking(wakings, run, standing));
        return wakings;
    }

    private static void waking(Map<Long, Long> wakings, long run, Standing standing) {
        if (standing.sleeps()) {
            wakings.put(run, standing.until() == null ? 0L : standing.until());
        }
    }
}
