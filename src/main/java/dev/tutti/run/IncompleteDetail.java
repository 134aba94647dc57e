package dev.tutti.run;

import dev.tutti.engine.Effects;
import dev.tutti.value.Fields;
import java.util.List;
import java.util.Optional;

/**
 * All that a person must see before letting an incomplete run go on.
 *
 * @param input what went into the failed module; empty where it could not be worked out
 * @param upstream what the modules before it gave out on the way there, the nearest first
 * @param effects what will be sent a second time, what was sent and will not be again, what may be sent for the first
 */
public record IncompleteDetail(Incomplete item, Optional<Fields> input, List<Upstream> upstream, Effects effects) {

    /** What a module before the failed one gave out there. */
    public record Upstream(int module, Fields bundle) {}
}
