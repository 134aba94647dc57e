package dev.tutti.run;

import dev.tutti.engine.Reply;
import dev.tutti.engine.RunContext;
import dev.tutti.engine.Surroundings;
import dev.tutti.value.Blob;
import dev.tutti.workspace.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** For walks that only look: what was drawn stands in the journal, and what was not is of no account. */
record PastSurroundings(Run of, Function<Blob, byte[]> blobs, Instant now) implements Surroundings {

    static RunContext context(Run run) {
        return new RunContext(
                run.id().toString(),
                run.scenario().toString(),
                WorkspaceId.FIRST.toString(),
                run.scenarioName(),
                run.test());
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public double random() {
        return 0;
    }

    @Override
    public UUID uuid() {
        return new UUID(0, 0);
    }

    @Override
    public RunContext run() {
        return context(of);
    }

    @Override
    public byte[] bytes(Blob blob) {
        return blobs.apply(blob);
    }

    @Override
    public void reply(Reply reply) {}
}
