package dev.tutti.run;

import dev.tutti.engine.Directive;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Said;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Wake;
import dev.tutti.value.CodecWriter;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a journal as bytes: names of fields are shared, a path gives only the cells that differ from the path
 * before it, times count from the entry before.
 */
final class ChunkWriter {

    /** Kinds of entries; the numbers are stored. */
    static final int EMITTED = 0;

    static final int FAILED = 1;
    static final int SUSPENDED = 2;
    static final int DRAWN = 3;
    static final int FILTERED = 4;
    static final int ITERATED = 5;
    static final int ROUTED = 6;
    static final int HANDLED = 7;
    static final int RETRYING = 8;

    /** A failure whose words can be told in any language. */
    static final int TOLD = 9;

    private final boolean payload;
    private CodecWriter out = new CodecWriter();
    private @Nullable StepPath before;
    private long clock;
    private int entries;

    /** @param payload false keeps what happened, but no data */
    ChunkWriter(boolean payload) {
        this.payload = payload;
    }

    int entries() {
        return entries;
    }

    int size() {
        return out.size();
    }

    /** The bytes so far; the writer begins anew. */
    byte[] take() {
        byte[] bytes = Packing.pack(out.toByteArray());
        out = new CodecWriter();
        before = null;
        clock = 0;
        entries = 0;
        return bytes;
    }

    void add(StepPath at, Entry entry) {
        path(at);
        switch (entry) {
            case Entry.Emitted emitted -> {
                kind(EMITTED, emitted.effect(), emitted.startedAtMillis(), emitted.micros());
                bundles(emitted.bundles());
            }
            case Entry.Failed failed -> {
                Optional<Said> said = failed.failure().said();
                kind(said.isPresent() ? TOLD : FAILED, failed.effect(), failed.startedAtMillis(), failed.micros());
                failure(failed.failure());
                said.ifPresent(told -> out.writeText(told.stored()));
            }
            case Entry.Suspended suspended -> {
                kind(SUSPENDED, suspended.effect(), suspended.startedAtMillis(), suspended.micros());
                wake(suspended.wake());
                bundles(suspended.then());
            }
            case Entry.Retrying retrying -> {
                kind(RETRYING, retrying.effect(), retrying.startedAtMillis(), retrying.micros());
                failure(retrying.failure());
                out.writeLong(retrying.tried()).writeLong(retrying.again().toEpochMilli());
            }
            case Entry.Drawn drawn ->
                // Below 0 it is what a person said.
                out.writeLong(DRAWN).write(payload || at.number() >= 0 ? drawn.value() : Nothing.NULL);
            case Entry.Filtered filtered -> {
                out.writeLong(FILTERED).writeLong(filtered.from()).writeLong(filtered.to());
                out.writeLong(filtered.passed() ? 1 : 0);
                optional(payload ? filtered.reason() : Optional.empty());
            }
            case Entry.Iterated iterated -> {
                kind(ITERATED, Effect.NONE, iterated.startedAtMillis(), iterated.micros());
                out.writeLong(iterated.bundles());
            }
            case Entry.Routed routed -> {
                out.writeLong(ROUTED).writeLong(routed.routes().size());
                routed.routes().forEach(out::writeLong);
            }
            case Entry.Handled handled -> {
                out.writeLong(HANDLED);
                directive(handled.directive());
            }
        }
        entries++;
    }

    private void path(StepPath at) {
        StepPath old = before;
        int shared = 0;
        int depth = depth(at);
        int oldDepth = old == null ? 0 : depth(old);
        StepPath a = up(at, depth - Math.min(depth, oldDepth));
        StepPath b = old == null ? null : up(old, oldDepth - Math.min(depth, oldDepth));
        int level = Math.min(depth, oldDepth);
        while (a != null && b != null && !a.equals(b)) {
            a = a.parent();
            b = b.parent();
            level--;
        }
        shared = level;
        out.writeLong(shared).writeLong(depth - shared);
        cells(at, depth - shared);
        before = at;
    }

    private void cells(@Nullable StepPath at, int count) {
        if (count > 0 && at != null) {
            cells(at.parent(), count - 1);
            out.writeLong(at.isFilter() ? -1L - at.module() : at.module()).writeLong(at.number());
        }
    }

    private static int depth(StepPath at) {
        int depth = 0;
        for (StepPath cell = at; cell != null; cell = cell.parent()) {
            depth++;
        }
        return depth;
    }

    private static @Nullable StepPath up(@Nullable StepPath at, int levels) {
        StepPath cell = at;
        for (int i = 0; i < levels && cell != null; i++) {
            cell = cell.parent();
        }
        return cell;
    }

    private void kind(int kind, Effect effect, long startedAt, long micros) {
        out.writeLong(kind)
                .writeLong(effect.ordinal())
                .writeLong(startedAt - clock)
                .writeLong(micros);
        clock = startedAt;
    }

    private void bundles(List<Fields> bundles) {
        out.writeLong(bundles.size());
        for (Fields bundle : bundles) {
            out.write(payload ? bundle : Fields.EMPTY);
        }
    }

    private void failure(Failure failure) {
        out.writeLong(failure.kind().ordinal()).writeText(failure.message());
        optional(failure.advice());
        optional(payload ? failure.detail() : Optional.empty());
        out.writeLong(failure.retryAfter().map(Duration::toMillis).orElse(-1L));
    }

    private void wake(Wake wake) {
        switch (wake) {
            case Wake.At at -> out.writeLong(0).writeLong(at.time().toEpochMilli());
            case Wake.Signal signal ->
                out.writeLong(1)
                        .writeText(signal.name())
                        .writeLong(signal.until().map(Instant::toEpochMilli).orElse(-1L));
        }
    }

    private void directive(Directive directive) {
        switch (directive) {
            case Directive.Ignore ignore -> out.writeLong(0);
            case Directive.Resume resume -> out.writeLong(1);
            case Directive.Commit commit -> out.writeLong(2);
            case Directive.Rollback rollback -> out.writeLong(3);
            case Directive.Break pause -> out.writeLong(4);
        }
    }

    private void optional(Optional<String> text) {
        out.writeLong(text.isPresent() ? 1 : 0);
        text.ifPresent(out::writeText);
    }
}
