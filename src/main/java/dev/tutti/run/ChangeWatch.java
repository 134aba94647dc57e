package dev.tutti.run;

import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Tells a list that something changed, at most twice a second. */
final class ChangeWatch implements LiveEvents.Watch {

    private static final long PAUSE_MILLIS = 500;

    private final Runnable listener;
    private final Consumer<ChangeWatch> forget;
    private final Semaphore changes = new Semaphore(0);
    private volatile boolean closed;

    ChangeWatch(Runnable listener, Consumer<ChangeWatch> forget) {
        this.listener = listener;
        this.forget = forget;
    }

    ChangeWatch start() {
        Thread.ofVirtual().name("watch-list").start(this::follow);
        return this;
    }

    void changed() {
        if (changes.availablePermits() == 0) {
            changes.release();
        }
    }

    private void follow() {
        try {
            while (!closed) {
                changes.acquire();
                changes.drainPermits();
                if (!closed) {
                    listener.run();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        forget.accept(this);
        changes.release();
    }
}
