package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.Journal;
import dev.tutti.engine.StepPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one run: in memory until a chunk is full, an effect is about to happen or the run ends. The first
 * thing it makes durable is the run itself.
 */
final class RunJournal implements Journal {

    private static final int FULL = 64_000;
    private static final int MOST_UNDER_WAY = 4;

    /**
     * The run cannot go on here: the database did not confirm, or another node has it. Not a failure of
     * the run, and an Error so that what catches the bugs of modules lets it through.
     */
    static final class Abandoned extends Error {
        private static final long serialVersionUID = 1L;
        final transient Commit why;

        Abandoned(Commit why) {
            super(why.toString());
            this.why = why;
        }
    }

    private final Committer committer;
    private final Lease lease;
    private final RunRow row;
    private final @Nullable String dedupKey;
    private final byte @Nullable [] input;
    private final List<Write> first;
    private final boolean confidential;
    private final Map<StepPath, Entry> recalled = new HashMap<>();
    private final Deque<CompletableFuture<Commit>> underWay = new ArrayDeque<>();
    private final ChunkWriter chunk = new ChunkWriter(true);
    private final ChunkWriter bare = new ChunkWriter(false);
    private boolean accepted;
    private int seq;
    private long written;
    private long entries;
    private long bytes;
    private java.util.function.Consumer<CompletableFuture<Commit>> onSubmit = commit -> {};

    RunJournal(
            Committer committer,
            Lease lease,
            RunRow row,
            @Nullable String dedupKey,
            byte @Nullable [] input,
            boolean confidential) {
        this(committer, lease, row, dedupKey, input, List.of(), confidential);
    }

    /** @param first what becomes durable together with the run itself */
    RunJournal(
            Committer committer,
            Lease lease,
            RunRow row,
            @Nullable String dedupKey,
            byte @Nullable [] input,
            List<Write> first,
            boolean confidential) {
        this.committer = committer;
        this.lease = lease;
        this.row = row;
        this.dedupKey = dedupKey;
        this.input = input;
        this.first = first;
        this.confidential = confidential;
        this.bytes = input == null ? 0 : input.length;
    }

    /** Told of every commit as it is handed over, in order. */
    void onSubmit(java.util.function.Consumer<CompletableFuture<Commit>> listener) {
        onSubmit = listener;
    }

    /** Continues a stored journal: the run was accepted before. */
    synchronized void load(List<ChunkReader.Line> lines, int nextSeq, long bytesSoFar) {
        accepted = true;
        seq = nextSeq;
        bytes = bytesSoFar;
        for (ChunkReader.Line line : lines) {
            recalled.put(line.at(), line.entry());
            if (confidential) {
                bare.add(line.at(), line.entry());
            }
        }
        entries = lines.size();
        written = lines.size();
    }

    @Override
    public Optional<Entry> recall(StepPath at) {
        return recalled.isEmpty() ? Optional.empty() : Optional.ofNullable(recalled.get(at));
    }

    /** Writes down the answer that a call waited for, for the walk that begins now. */
    void answer(StepPath at, Entry answer) {
        recalled.put(at, answer);
        append(at, answer);
    }

    @Override
    public void append(StepPath at, Entry entry) {
        CompletableFuture<Commit> oldest = null;
        synchronized (this) {
            chunk.add(at, entry);
            if (confidential) {
                bare.add(at, entry);
            }
            entries++;
            if (chunk.size() >= FULL) {
                hand(writes(Standing.running(), false, false));
                oldest = underWay.size() > MOST_UNDER_WAY ? underWay.poll() : null;
            }
        }
        if (oldest != null) {
            check(oldest.join());
        }
    }

    /** All that was appended is durable, and so is the run; and this node may still act. */
    @Override
    public void barrier() {
        List<CompletableFuture<Commit>> waiting;
        synchronized (this) {
            if (!accepted || chunk.entries() > 0) {
                hand(writes(Standing.running(), false, false));
            }
            waiting = new ArrayList<>(underWay);
            underWay.clear();
        }
        waiting.forEach(commit -> check(commit.join()));
        if (!lease.fresh()) {
            throw new Abandoned(new Commit.Fenced());
        }
    }

    /** Makes the run and what was appended so far durable, without waiting. */
    synchronized void hurry() {
        if (!accepted || chunk.entries() > 0) {
            hand(writes(Standing.running(), false, false));
        }
    }

    /** Makes the run durable without waiting, if that is not under way yet. */
    synchronized void accept() {
        if (!accepted) {
            hand(writes(Standing.running(), false, false));
        }
    }

    /** Makes the run durable as one that waits for its turn. */
    synchronized CompletableFuture<Commit> queue() {
        return hand(writes(Standing.queued(0, bytes), false, false));
    }

    /** Makes the rest durable, and where the run stands now. */
    CompletableFuture<Commit> settle(Settlement settlement) {
        Standing standing = settlement.standing();
        List<CompletableFuture<Commit>> before;
        CompletableFuture<Commit> last;
        synchronized (this) {
            List<Write> writes = writes(standing, true, settlement.keeps());
            writes.addAll(settlement.besides());
            last = hand(writes);
            before = new ArrayList<>(underWay);
            underWay.clear();
        }
        for (CompletableFuture<Commit> commit : before) {
            if (commit != last && !(commit.join() instanceof Commit.Done)) {
                return commit;
            }
        }
        return last;
    }

    synchronized long entries() {
        return entries;
    }

    synchronized long bytes() {
        return bytes + chunk.size();
    }

    private List<Write> writes(Standing standing, boolean settled, boolean keeps) {
        List<Write> writes = new ArrayList<>(3);
        boolean bareOnly = confidential && standing.status().ended() && !keeps;
        boolean begins = !accepted;
        if (begins) {
            accepted = true;
            writes.add(new Write.Accept(row.with(standing), dedupKey));
            writes.addAll(first);
        } else if (settled) {
            writes.add(new Write.Change(row.id(), standing, bareOnly));
        }
        if (begins || chunk.entries() > 0 || bareOnly) {
            writes.add(bareOnly ? bareChunk() : chunk());
        }
        return writes;
    }

    private Write.Chunk chunk() {
        int count = chunk.entries();
        byte[] data = chunk.take();
        Write.Chunk write = new Write.Chunk(row.id(), seq, written + 1, count, seq == 0 ? input : null, data);
        seq++;
        written += count;
        bytes += data.length;
        return write;
    }

    /** All that may be kept of a confidential run, in place of everything that was stored while it went. */
    private Write.Chunk bareChunk() {
        return new Write.Chunk(row.id(), seq++, 1, (int) entries, null, bare.take());
    }

    private CompletableFuture<Commit> hand(List<Write> writes) {
        CompletableFuture<Commit> commit = committer.submit(writes);
        underWay.add(commit);
        onSubmit.accept(commit);
        return commit;
    }

    private static void check(Commit commit) {
        if (!(commit instanceof Commit.Done)) {
            throw new Abandoned(commit);
        }
    }
}
