package dev.tutti.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One thing a commit makes durable. */
sealed interface Write {

    /** The run exists from now on; a key that was used before makes the whole unit void. */
    record Accept(RunRow row, @Nullable String dedupKey) implements Write {}

    /** A piece of the journal; the first one brings the run's input. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Chunk(long run, int seq, long firstEntry, int entries, byte @Nullable [] input, byte[] data)
            implements Write {}

    /** The run stands elsewhere. {@code scrub} takes all earlier chunks and the input away. */
    record Change(long run, Standing standing, boolean scrub) implements Write {}

    /** Something rare that holds exactly when the writes it came with hold; done after them. */
    record Also(Work work) implements Write {}

    /** Statements in the transaction of a connection. */
    interface Work {
        void in(Connection connection) throws SQLException;
    }
}
