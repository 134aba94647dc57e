package dev.tutti.trigger;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Lets only so many large bodies be in memory at once; small ones always pass. */
@Component
final class HookLoad {

    private static final int SMALL = 64 * 1024;
    private static final int KB = 1024;
    private static final long PATIENCE_SECONDS = 10;

    private final int all;
    private final Semaphore kilobytes;
    private final int unknown;

    HookLoad(HookSettings settings) {
        // Once parsed, a body takes some ten times its size.
        all = (int) Math.clamp(Runtime.getRuntime().maxMemory() / 20 / KB, 8_192, 1_000_000);
        kilobytes = new Semaphore(all, true);
        unknown = (int) (settings.maxBody().toBytes() / KB);
    }

    /** Waits for room; returns what to {@link #leave} with, or -1 when there was none in time. */
    int enter(long length) {
        if (length >= 0 && length <= SMALL) {
            return 0;
        }
        int weight = Math.min(all, length < 0 ? unknown : (int) Math.min(length / KB, unknown));
        try {
            return kilobytes.tryAcquire(weight, PATIENCE_SECONDS, TimeUnit.SECONDS) ? weight : -1;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    void leave(int weight) {
        kilobytes.release(weight);
    }
}
