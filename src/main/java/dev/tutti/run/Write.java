package dev.tutti.run;

import org.jspecify.annotations.Nullable;

/** One thing a commit makes durable. */
sealed interface Write {

    /** The run exists from now on, with its input; a key that was used before makes the whole unit void. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Accept(RunRow row, byte[] input, @Nullable String dedupKey) implements Write {}

    /** A piece of the journal. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Chunk(long run, int seq, long firstEntry, int entries, byte[] data) implements Write {}

    /** The run stands elsewhere. {@code scrub} takes all earlier chunks and the input away. */
    record Change(long run, Standing standing, boolean scrub) implements Write {}
}
