package dev.tutti.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The part of a run's row that changes; times are milliseconds since 1970. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Standing(
        RunStatus status,
        @Nullable Long endedAt,
        @Nullable Long until,
        int operations,
        long bytes,
        @Nullable RunError error,
        byte @Nullable [] reply) {

    static Standing running() {
        return new Standing(RunStatus.RUNNING, null, null, 0, 0, null, null);
    }

    static Standing queued(int operations, long bytes) {
        return new Standing(RunStatus.QUEUED, null, null, operations, bytes, null, null);
    }

    static Standing of(RunReader.Stored stored) {
        Run run = stored.run();
        return new Standing(
                run.status(),
                run.endedAt().map(Instant::toEpochMilli).orElse(null),
                run.until().map(Instant::toEpochMilli).orElse(null),
                run.operations(),
                run.bytes(),
                run.error().orElse(null),
                stored.reply());
    }

    /** Whether db-scheduler is to wake the run up. */
    boolean sleeps() {
        return status == RunStatus.QUEUED || status == RunStatus.WAITING;
    }
}
