package dev.tutti.run;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Follows one run: ten times a second what this process knows, twice a second what is stored. */
final class RunWatch implements LiveEvents.Watch {

    private static final long HERE_MILLIS = 100;
    private static final long STORED_MILLIS = 500;

    private final RunId run;
    private final long after;
    private final Consumer<LiveEvents.Numbered> listener;
    private final Function<RunId, Optional<LiveHub.Snapshot>> snapshots;
    private final BooleanSupplier over;
    private final CountDownLatch closed = new CountDownLatch(1);

    RunWatch(
            RunId run,
            long after,
            Consumer<LiveEvents.Numbered> listener,
            Function<RunId, Optional<LiveHub.Snapshot>> snapshots,
            BooleanSupplier over) {
        this.run = run;
        this.after = after;
        this.listener = listener;
        this.snapshots = snapshots;
        this.over = over;
    }

    RunWatch start() {
        Thread.ofVirtual().name("watch-" + run).start(this::follow);
        return this;
    }

    private void follow() {
        RunDiff diff = new RunDiff();
        boolean first = true;
        long pause = 0;
        try {
            while (!closed.await(pause, TimeUnit.MILLISECONDS) && !diff.over() && !over.getAsBoolean()) {
                LiveHub.Snapshot now = snapshots.apply(run).orElse(null);
                pause = now != null && now.here() ? HERE_MILLIS : STORED_MILLIS;
                if (now == null) {
                    continue;
                }
                boolean known = first
                        && after > 0
                        && after == now.sequence()
                        && !now.detail().run().status().ended();
                var events = diff.next(now);
                if (!known) {
                    events.forEach(event -> listener.accept(new LiveEvents.Numbered(now.sequence(), event)));
                }
                first = false;
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    @Override
    public boolean closed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
