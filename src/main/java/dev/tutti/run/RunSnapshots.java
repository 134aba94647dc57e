package dev.tutti.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a run came to up to now: from memory while it goes on here, else from the database. */
final class RunSnapshots {

    private final RunParts parts;

    RunSnapshots(RunParts parts) {
        this.parts = parts;
    }

    Optional<LiveHub.Snapshot> of(RunId id) {
        return parts.executions()
                .find(id.value())
                .filter(execution -> execution.caller.accepted.getNow(null) instanceof Commit.Done)
                .map(RunSnapshots::here)
                .or(() -> parts.reader().find(id.value()).map(stored -> stored(stored.run())));
    }

    private static LiveHub.Snapshot here(Execution execution) {
        Standing now = new Standing(
                RunStatus.RUNNING, null, null, execution.operations(), execution.journal.bytes(), null, null);
        RunDetail detail = new RunDetail(
                execution.row.with(now).run(), execution.progress.modules(false), execution.progress.links());
        return new LiveHub.Snapshot(detail, execution.journal.entries(), true);
    }

    private LiveHub.Snapshot stored(Run run) {
        List<ChunkReader.Line> lines = new ArrayList<>();
        parts.reader().chunks(run.id().value(), 0).forEach(chunk -> lines.addAll(ChunkReader.all(chunk.data())));
        OptionalInt trigger = parts.scenarios()
                .plan(run.versionId())
                .map(executable -> executable.plan().trigger())
                .orElse(OptionalInt.empty());
        Progress progress = Progress.of(trigger, lines);
        RunDetail detail = new RunDetail(run, progress.modules(run.status().ended()), progress.links());
        return new LiveHub.Snapshot(detail, lines.size(), false);
    }
}
