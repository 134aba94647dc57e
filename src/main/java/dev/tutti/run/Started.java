package dev.tutti.run;

import dev.tutti.engine.Reply;
import dev.tutti.value.Fields;
import java.time.Duration;
import java.util.Optional;

/** A run that was ordered: its id, its answer and its end. */
public interface Started {

    /** The run; the one that exists already when the order repeats a key. */
    RunId id();

    /**
     * Waits until the caller may be answered: what the run replied, or "Accepted", never before the commit that covers
     * it. After the given time the answer is "Accepted" and the run goes on.
     */
    Answer answer(Duration atMost);

    /** Waits until the run is durable; false when that failed or nobody knows. */
    boolean accepted();

    /** Waits for the end, or until the run stands incomplete; empty when it takes longer. */
    Optional<Run> ended(Duration atMost);

    /** What the run gave back when it ended here; empty when it did so in another process. */
    default Fields outputs() {
        return Fields.EMPTY;
    }

    /** What a caller is told. */
    sealed interface Answer {
        /** The run said so itself. */
        record Replied(Reply reply) implements Answer {}

        /** The run is durable and goes on, or ended without a reply. */
        record Accepted() implements Answer {}

        /** The run failed before its reply. */
        record Failed(RunId run) implements Answer {}

        /** The database did not confirm: nothing is promised, the sender shall try again. */
        record Unavailable() implements Answer {}
    }
}
