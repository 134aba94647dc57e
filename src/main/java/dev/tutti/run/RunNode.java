package dev.tutti.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process as one that executes runs: from its lease to its farewell. */
final class RunNode {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ORPHANS_EVERY = 60;
    private static final Logger LOG = LoggerFactory.getLogger(RunNode.class);

    final LiveHub live;
    final RunStarts starts;
    final RunEndings endings;
    final RunSnapshots snapshots;
    final IncompleteRetries retries;
    final Replays replays;
    private final RunParts parts;
    private final RunResumption resumption;
    private volatile boolean open;
    private @Nullable Thread beat;

    RunNode(RunParts parts) {
        this.parts = parts;
        this.snapshots = new RunSnapshots(parts);
        this.live = new LiveHub(snapshots::of, parts.reader());
        this.endings = new RunEndings(parts, live);
        this.starts = new RunStarts(parts, endings, live);
        this.retries = new IncompleteRetries(parts, endings, live);
        this.replays = new Replays(parts, starts);
        this.resumption = new RunResumption(parts, endings, live);
    }

    RunParts parts() {
        return parts;
    }

    /** From now on runs are accepted and taken up. */
    void open() throws SQLException {
        parts.lease().open();
        parts.committer().start();
        parts.lease().takeOver();
        followClock();
        parts.dispatcher()
                .on(Dispatcher.Task.RUN, resumption::resume)
                .on(Dispatcher.Task.INCOMPLETE, retries::ring)
                .on(Dispatcher.Task.REPLAY, replays::ring)
                .start();
        beat = Thread.ofPlatform().name("beat").daemon().start(this::beat);
        open = true;
    }

    /** @param nightly what one process of all does once a night */
    void everyNight(Runnable nightly) {
        parts.dispatcher().everyNight(nightly);
    }

    /** Whether runs can be accepted now. */
    boolean ready() {
        return open && !parts.executions().closing() && parts.lease().fresh();
    }

    /** Takes nothing more and lets every run go no further than the operation it is in. */
    void farewell() {
        parts.executions().close();
        live.close();
        parts.executions().all().forEach(Execution::leave);
    }

    /** Waits for operations under way, gives their runs back and ends. */
    void close() throws InterruptedException {
        farewell();
        if (!open) {
            return;
        }
        open = false;
        parts.dispatcher().pause();
        Instant until = Instant.now().plus(PATIENCE);
        while (!parts.executions().all().isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
        goSilent();
        parts.committer().close();
        parts.lease().close();
    }

    /** Looks after its lease no more and takes nothing up; what goes on here goes on. */
    void goSilent() throws InterruptedException {
        parts.dispatcher().stop();
        if (beat != null) {
            beat.interrupt();
            beat.join();
        }
    }

    private void beat() {
        try {
            for (int second = 1; ; second++) {
                Thread.sleep(1_000);
                boolean third = second % Lease.BEAT.toSeconds() == 0;
                try {
                    if (third) {
                        parts.lease().beat();
                        followClock();
                        takeOver();
                        wakeOverheard();
                    }
                    lookAfterOwn(third);
                    if (second % ORPHANS_EVERY == 0) {
                        tidyUp();
                    }
                } catch (SQLException | RuntimeException failure) {
                    LOG.warn("The database did not answer: {}", failure.getMessage());
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeOver() throws SQLException {
        if (parts.lease().takeOver() > 0) {
            parts.dispatcher().poke();
        }
    }

    private void wakeOverheard() throws SQLException {
        try (Connection connection = parts.database().getConnection()) {
            if (Signals.overheard(connection) > 0) {
                parts.dispatcher().poke();
            }
        }
    }

    /** Runs that the database says are ours: some are to be stopped; one we do not know was lost by a failed commit. */
    private void lookAfterOwn(boolean unknown) {
        for (RunReader.Owned owned : parts.reader().owned(parts.lease().owner().node())) {
            Optional<Execution> here = parts.executions().find(owned.run());
            if (here.isPresent() && owned.stopping()) {
                here.get().stop();
            } else if (unknown && !parts.executions().knows(owned.run())) {
                resumption.release(owned.run());
            }
        }
    }

    private void tidyUp() throws SQLException {
        try (Connection connection = parts.database().getConnection()) {
            Release.oldKeys(connection);
            int orphans = Release.orphans(connection);
            if (orphans > 0) {
                LOG.error("{} runs waited without an alarm; they go on now", orphans);
            }
        }
    }

    private void followClock() throws SQLException {
        try (Connection connection = parts.database().getConnection()) {
            parts.dispatcher().follow(parts.tables().now(connection));
        }
    }
}
