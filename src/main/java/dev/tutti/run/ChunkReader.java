package dev.tutti.run;

import dev.tutti.engine.Directive;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Mapping;
import dev.tutti.engine.Said;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Wake;
import dev.tutti.value.CodecReader;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link ChunkWriter} wrote. */
final class ChunkReader {

    /** An entry and where it happened. */
    record Line(StepPath at, Entry entry) {}

    private static final Effect[] EFFECTS = Effect.values();
    private static final Failure.Kind[] KINDS = Failure.Kind.values();

    private final CodecReader in;
    private final List<String> cells = new ArrayList<>();
    private long clock;

    ChunkReader(byte[] packed) {
        in = new CodecReader(Packing.unpack(packed));
    }

    static List<Line> all(byte[] packed) {
        ChunkReader reader = new ChunkReader(packed);
        List<Line> lines = new ArrayList<>();
        while (reader.in.hasMore()) {
            lines.add(reader.next());
        }
        return lines;
    }

    private Line next() {
        StepPath at = path();
        Entry entry = switch (number()) {
            case ChunkWriter.EMITTED -> {
                Effect effect = EFFECTS[number()];
                long startedAt = time();
                long micros = in.readLong();
                yield new Entry.Emitted(bundles(), effect, startedAt, micros);
            }
            case ChunkWriter.FAILED -> {
                Effect effect = EFFECTS[number()];
                long startedAt = time();
                long micros = in.readLong();
                yield new Entry.Failed(failure(), effect, startedAt, micros);
            }
            case ChunkWriter.TOLD -> {
                Effect effect = EFFECTS[number()];
                long startedAt = time();
                long micros = in.readLong();
                yield new Entry.Failed(told(), effect, startedAt, micros);
            }
            case ChunkWriter.SUSPENDED -> {
                Effect effect = EFFECTS[number()];
                long startedAt = time();
                long micros = in.readLong();
                yield new Entry.Suspended(wake(), bundles(), effect, startedAt, micros);
            }
            case ChunkWriter.RETRYING -> {
                Effect effect = EFFECTS[number()];
                long startedAt = time();
                long micros = in.readLong();
                yield new Entry.Retrying(
                        failure(), number(), Instant.ofEpochMilli(in.readLong()), effect, startedAt, micros);
            }
            case ChunkWriter.DRAWN -> new Entry.Drawn(in.read());
            case ChunkWriter.FILTERED -> new Entry.Filtered(number(), number(), in.readLong() == 1, optional());
            case ChunkWriter.ITERATED -> {
                in.readLong();
                long startedAt = time();
                long micros = in.readLong();
                yield new Entry.Iterated(number(), startedAt, micros);
            }
            case ChunkWriter.ROUTED -> new Entry.Routed(routes());
            case ChunkWriter.HANDLED -> new Entry.Handled(directive());
            default -> throw new IllegalStateException("Stored by a later version of Tutti");
        };
        return new Line(at, entry);
    }

    private int number() {
        return (int) in.readLong();
    }

    private long time() {
        clock += in.readLong();
        return clock;
    }

    private StepPath path() {
        int shared = number();
        while (cells.size() > shared) {
            cells.removeLast();
        }
        for (int left = number(); left > 0; left--) {
            long module = in.readLong();
            cells.add((module < 0 ? "?" + (-1 - module) : Long.toString(module)) + "#" + in.readLong());
        }
        return StepPath.parse(String.join("/", cells));
    }

    private List<Fields> bundles() {
        List<Fields> bundles = new ArrayList<>();
        for (long left = in.readLong(); left > 0; left--) {
            bundles.add((Fields) in.read());
        }
        return bundles;
    }

    private List<Integer> routes() {
        List<Integer> routes = new ArrayList<>();
        for (long left = in.readLong(); left > 0; left--) {
            routes.add(number());
        }
        return routes;
    }

    private Failure failure() {
        Failure.Kind kind = KINDS[number()];
        String message = in.readText();
        Optional<String> advice = optional();
        Optional<String> detail = optional();
        long wait = in.readLong();
        return new Failure(
                kind, message, advice, detail, wait < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(wait)));
    }

    private Failure told() {
        Failure failure = failure();
        return new Failure(
                failure.kind(),
                failure.message(),
                failure.advice(),
                failure.detail(),
                failure.retryAfter(),
                Optional.of(Said.restored(in.readText())));
    }

    private Wake wake() {
        if (in.readLong() == 0) {
            return new Wake.At(Instant.ofEpochMilli(in.readLong()));
        }
        String name = in.readText();
        long until = in.readLong();
        return new Wake.Signal(name, until < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)));
    }

    /** The substitute of a Resume stands in the plan. */
    private Directive directive() {
        return switch (number()) {
            case 0 -> new Directive.Ignore();
            case 1 -> new Directive.Resume(new Mapping.Constant(Nothing.NULL));
            case 2 -> new Directive.Commit();
            case 3 -> new Directive.Rollback();
            default -> new Directive.Break(0, Duration.ZERO);
        };
    }

    private Optional<String> optional() {
        return in.readLong() == 1 ? Optional.of(in.readText()) : Optional.empty();
    }
}
