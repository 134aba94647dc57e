package dev.tutti.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Takes files away that no run refers to any more. It goes before the nightly clean-up of runs: a file whose last run
 * lost its data goes a night later, when every run that began meanwhile has long been looked at.
 */
final class FileSweep {

    /** A file may be on its way to its first run, and a request may wait for days. */
    private static final Duration YOUNG = Duration.ofDays(14);

    private static final int MILLIS_IN_ID = 22;
    private static final int BATCH = 500;

    private final Reading reading;
    private final Path root;
    private final Clock clock;

    FileSweep(DataSource database, Path root, Clock clock) {
        this.reading = new Reading(database);
        this.root = root;
        this.clock = clock;
    }

    /** Returns how many files went. */
    int sweep() throws IOException {
        Instant before = min(clock.instant().minus(YOUNG), lookedAtUpTo());
        int gone = 0;
        if (!Files.isDirectory(root)) {
            return 0;
        }
        for (Path folder : children(root)) {
            if (Files.isDirectory(folder)) {
                gone += sweep(folder, before);
            } else if (olderThan(folder, before)) {
                // Half of a file that somebody began to store.
                gone += Files.deleteIfExists(folder) ? 1 : 0;
            }
        }
        return gone;
    }

    private int sweep(Path folder, Instant before) throws IOException {
        Map<String, Path> candidates = new LinkedHashMap<>();
        int gone = 0;
        for (Path file : children(folder)) {
            if (olderThan(file, before)) {
                candidates.put(folder.getFileName().toString() + file.getFileName(), file);
            }
            if (candidates.size() == BATCH) {
                gone += deleteUnused(candidates, before);
                candidates.clear();
            }
        }
        return gone + deleteUnused(candidates, before);
    }

    private int deleteUnused(Map<String, Path> candidates, Instant before) throws IOException {
        if (candidates.isEmpty()) {
            return 0;
        }
        String marks = candidates.keySet().stream().map(_ -> "?").collect(Collectors.joining(", ", "(", ")"));
        Set<String> used = new HashSet<>(reading.query(
                "select distinct file from run_file where file in " + marks,
                List.copyOf(candidates.keySet()),
                row -> row.getString(1)));
        int gone = 0;
        for (Map.Entry<String, Path> candidate : candidates.entrySet()) {
            // Storing the same content again makes it young.
            if (!used.contains(candidate.getKey()) && olderThan(candidate.getValue(), before)) {
                gone += Files.deleteIfExists(candidate.getValue()) ? 1 : 0;
            }
        }
        return gone;
    }

    private Instant lookedAtUpTo() {
        return reading.query(
                        "select run_id from run_text_mark",
                        List.of(),
                        row -> Instant.ofEpochMilli(row.getLong(1) >> MILLIS_IN_ID))
                .getFirst();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean olderThan(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
