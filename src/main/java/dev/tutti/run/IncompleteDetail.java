package dev.tutti.run;

import dev.tutti.engine.Effect;
import dev.tutti.value.Fields;
import java.util.List;
import java.util.Optional;

/**
 * All that a person must see before letting an incomplete run go on.
 *
 * @param input what went into the failed module; empty where it could not be worked out
 * @param upstream what the modules before it gave out on the way there, the nearest first
 * @param again what will be sent a second time, or was perhaps sent although it failed
 * @param kept what was done and will not be done again
 */
public record IncompleteDetail(
        Incomplete item, Optional<Fields> input, List<Upstream> upstream, List<Sent> again, List<Sent> kept) {

    /** What a module before the failed one gave out there. */
    public record Upstream(int module, Fields bundle) {}

    /** A call with an effect. */
    public record Sent(int module, Effect effect) {}
}
