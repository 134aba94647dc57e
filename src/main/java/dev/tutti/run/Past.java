package dev.tutti.run;

import dev.tutti.engine.Journal;
import dev.tutti.engine.Origin;
import dev.tutti.engine.StepPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run brings with it that was in memory before.
 *
 * @param attempts how often it was interrupted
 * @param item what it goes on with or stands for, where it was incomplete
 * @param origin where the bundle was put aside that it goes on with
 * @param heard the calls whose answers woke it
 * @param walked what it walks over: its own journal, or that over another's
 */
record Past(
        boolean resumed,
        int attempts,
        @Nullable Incomplete item,
        Optional<Origin> origin,
        List<StepPath> heard,
        Journal walked) {

    /** A run that begins now. */
    static Past none(Journal walked) {
        return new Past(false, 0, null, Optional.empty(), List.of(), walked);
    }
}
