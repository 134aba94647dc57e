package dev.tutti.run;

import dev.tutti.engine.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored journals of runs, together with those that they took up. */
final class Journals {

    private static final int LONGEST_LINE_OF_HEIRS = 50;

    private final Reading reading;
    private final RunReader reader;
    private final Inlet inlet;

    Journals(Reading reading, RunReader reader, Inlet inlet) {
        this.reading = reading;
        this.reader = reader;
        this.inlet = inlet;
    }

    /** What is stored of one run. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(List<ChunkReader.Line> lines, int nextSeq, byte @Nullable [] input) {}

    Stored of(long run) {
        List<ChunkReader.Line> lines = new ArrayList<>();
        byte[] input = null;
        int next = 0;
        for (RunReader.Chunk chunk : reader.chunks(run, 0)) {
            lines.addAll(ChunkReader.all(chunk.data()));
            input = chunk.seq() == 0 ? chunk.input() : input;
            next = chunk.seq() + 1;
        }
        return new Stored(lines, next, input);
    }

    Optional<Lineage> origin(long run) {
        return Lineage.of(reading, run);
    }

    List<ChunkReader.Line> signals(long run) {
        return Signals.of(reading, run);
    }

    /** What a run did, after what those did whose bundle it went on with; the oldest first. */
    List<ChunkReader.Line> whole(long run) {
        List<Long> line = new ArrayList<>(List.of(run));
        Optional<Lineage> origin = origin(run);
        while (origin.isPresent() && origin.get().path() != null && line.size() < LONGEST_LINE_OF_HEIRS) {
            line.addFirst(origin.get().base());
            origin = origin(origin.get().base());
        }
        return line.stream().flatMap(each -> of(each).lines().stream()).toList();
    }

    /** Where the bundle was put aside that a run goes on with; empty where it goes on with none. */
    Optional<Origin> put(Lineage lineage) {
        return Optional.ofNullable(lineage.path())
                .map(at -> new Origin(new StoredJournal(whole(lineage.base())), at, Long.toString(first(lineage))));
    }

    /** The run that made the call for the first time, whose key it keeps however often it is put aside. */
    private long first(Lineage lineage) {
        Lineage first = lineage;
        for (int i = 0; i < LONGEST_LINE_OF_HEIRS; i++) {
            Lineage before = origin(first.base()).orElse(null);
            if (before == null || !Objects.equals(before.path(), first.path())) {
                return first.base();
            }
            first = before;
        }
        return first.base();
    }

    /** What a run began with: its own input, or that of the run whose bundle it goes on with. */
    Optional<Input> input(long run) {
        long root = run;
        for (int i = 0; i < LONGEST_LINE_OF_HEIRS; i++) {
            byte[] own = reader.input(root);
            Optional<Lineage> origin = own == null ? origin(root) : Optional.empty();
            if (origin.isEmpty()) {
                return inlet.read(own);
            }
            root = origin.get().base();
        }
        return Optional.empty();
    }
}
