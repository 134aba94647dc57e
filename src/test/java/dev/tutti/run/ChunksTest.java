package dev.tutti.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.Directive;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
import dev.tutti.engine.StepPath;
import dev.tutti.engine.Wake;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A journal comes out of its chunks as it went in. */
class ChunksTest {

    private static final Fields ADA = Fields.of("name", Text.of("Ada"), "n", Num.of("61.5"));

    private static final List<Entry> ENTRIES = List.of(
            new Entry.Emitted(List.of(ADA, Fields.EMPTY, ADA), Effect.SEND, 1_795_255_200_123L, 1_500),
            new Entry.Failed(
                    new Failure(
                            Failure.Kind.RATE_LIMIT,
                            "Too fast",
                            Optional.of("Wait"),
                            Optional.of("429"),
                            Optional.of(Duration.ofSeconds(30))),
                    Effect.READ,
                    1_795_255_200_000L,
                    0),
            new Entry.Suspended(new Wake.At(Instant.parse("2026-12-01T00:00:00Z")), List.of(ADA), Effect.NONE, 5, 6),
            new Entry.Suspended(new Wake.Signal("approved", Optional.empty()), List.of(), Effect.NONE, 5, 6),
            new Entry.Suspended(new Wake.Signal("paid", Optional.of(Instant.EPOCH)), List.of(), Effect.UPDATE, 5, 6),
            new Entry.Drawn(Text.of("by chance")),
            new Entry.Filtered(1, 2, true, Optional.empty()),
            new Entry.Filtered(3, 2, false, Optional.of("not a number")),
            new Entry.Iterated(10_000, 7, 8),
            new Entry.Routed(List.of(0, 2)),
            new Entry.Handled(new Directive.Ignore()),
            new Entry.Handled(new Directive.Commit()),
            new Entry.Handled(new Directive.Rollback()));

    @Test
    void whatWentInComesOut() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            ChunkWriter writer = new ChunkWriter(true);
            List<ChunkReader.Line> lines = new ArrayList<>();
            for (int i = 0; i < random.nextInt(60); i++) {
                ChunkReader.Line line = new ChunkReader.Line(path(random), ENTRIES.get(random.nextInt(ENTRIES.size())));
                lines.add(line);
                writer.add(line.at(), line.entry());
            }
            assertThat(writer.entries()).isEqualTo(lines.size());
            assertThat(ChunkReader.all(writer.take())).isEqualTo(lines);
            assertThat(writer.entries()).isZero();
        }
    }

    @Test
    void aConfidentialChunkHoldsNoData() {
        ChunkWriter writer = new ChunkWriter(false);
        ENTRIES.stream()
                .filter(entry -> !(entry instanceof Entry.Drawn))
                .forEach(entry -> writer.add(StepPath.parse("2#0"), entry));

        List<ChunkReader.Line> lines = ChunkReader.all(writer.take());

        assertThat(lines).hasSize(ENTRIES.size() - 1);
        assertThat(lines.toString()).doesNotContain("Ada").doesNotContain("429").doesNotContain("61.5");
        assertThat(((Entry.Emitted) lines.getFirst().entry()).bundles()).hasSize(3);
    }

    @Test
    void similarRecordsCostLittle() {
        ChunkWriter writer = new ChunkWriter(true);
        for (int i = 0; i < 1_000; i++) {
            Fields bundle = Fields.of("customerName", Text.of("Customer " + i), "amount", Num.of(i), "paid", Num.of(1));
            writer.add(StepPath.parse("2#" + i + "/3#0"), new Entry.Emitted(List.of(bundle), Effect.NONE, i, 20));
        }
        assertThat(writer.size()).isLessThan(40_000);
        assertThat(writer.take().length).isLessThan(20_000);
    }

    private static StepPath path(Random random) {
        StringBuilder text = new StringBuilder();
        int depth = 1 + random.nextInt(4);
        for (int i = 0; i < depth; i++) {
            boolean last = i == depth - 1;
            text.append(i == 0 ? "" : "/");
            int kind = last ? random.nextInt(8) : 7;
            text.append(kind < 2 ? "?" : "").append(kind == 2 && i > 0 ? 0 : 1 + random.nextInt(3));
            text.append('#').append(random.nextInt(3));
        }
        return StepPath.parse(text.toString());
    }
}
