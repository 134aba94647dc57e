package dev.tutti.workspace;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Gives out identifiers that grow with time: 63 bits made of the milliseconds since 1970 (41 bits), the node (10 bits)
 * and a counter (12 bits). In JSON an identifier is written as a decimal string.
 */
@Component
public final class Ids {

    private static final int COUNTER_BITS = 12;
    private static final int NODE_BITS = 10;
    private static final int NODES = 1 << NODE_BITS;

    private final Clock clock;
    private final long node;
    private final AtomicLong last = new AtomicLong();

    public Ids(Clock clock, NodeNumber node) {
        this.clock = clock;
        this.node = Math.floorMod(node.value(), NODES);
    }

    /** A new identifier, larger than every one this node gave out before, even if the clock goes back. */
    public long next() {
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, clock.millis() << COUNTER_BITS));
        long millis = tick >>> COUNTER_BITS;
        long counter = tick & ((1L << COUNTER_BITS) - 1);
        return millis << (NODE_BITS + COUNTER_BITS) | node << COUNTER_BITS | counter;
    }
}
