package dev.tutti.run;

import dev.tutti.engine.Reply;
import dev.tutti.value.Fields;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who waits for a run in this process: for its answer, for its end. Outlives the times when the run is not in memory. */
final class Caller {

    final CompletableFuture<Started.Answer> answer = new CompletableFuture<>();
    final CompletableFuture<Commit> accepted = new CompletableFuture<>();
    final CompletableFuture<@Nullable Run> ended = new CompletableFuture<>();
    private volatile Fields outputs = Fields.EMPTY;
    private @Nullable Reply pending;
    private boolean given;

    /** What the run gave back; for a confidential one kept nowhere else. */
    void returned(Fields given) {
        outputs = given;
    }

    Fields outputs() {
        return outputs;
    }

    /** The run's first reply, which may go out with the next commit. */
    synchronized void reply(Reply reply) {
        if (!given) {
            given = true;
            pending = reply;
        }
    }

    synchronized boolean replied() {
        return given;
    }

    synchronized boolean waitsForCommit() {
        return pending != null;
    }

    /** What the commit that is handed over now will cover. */
    synchronized @Nullable Reply take() {
        Reply reply = pending;
        pending = null;
        return reply;
    }
}
