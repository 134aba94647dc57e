package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A large list costs what its bundles cost, and nothing for the way they came. */
class TenThousandBundles {
    private static final int RECORDS = 10_000;

    private final Plan plan = WatcherTest.plan("""
            trigger: 1
            chain:
              - {iterate: 2, array: "{{1.records}}"}
              - call: 3
                module: echo
                input:
                  id: "{{2.id}}"
                  name: "{{2.first}} {{2.last}}"
                  email: "{{lower(2.email)}}"
                  total: "{{2.price * 2}}"
                  place: "{{2.__IMTINDEX__}} of {{2.__IMTLENGTH__}}"
              - {filter: "3>4", when: ["{{3.id % 2}}", "number:equal", "0"]}
              - {aggregate: 4, source: 2, array: {id: "{{3.id}}", name: "{{3.name}}", total: "{{3.total}}"}}
              - {call: 5, module: count, input: {all: "{{4.array}}"}}
            """);

    /** Counts what it is given, and keeps nothing. */
    private static final class Counting implements Modules, Journal {
        private int entries;
        private int counted;

        @Override
        public Effect effect(String module, int version, Fields input) {
            return Effect.NONE;
        }

        @Override
        public Outcome call(String module, int version, Fields input, Invocation invocation) {
            if (module.equals("count") && input.get("all") instanceof Items all) {
                counted = all.size();
            }
            return Outcome.emitted(input);
        }

        @Override
        public Optional<Entry> recall(StepPath at) {
            return Optional.empty();
        }

        @Override
        public void append(StepPath at, Entry entry) {
            entries++;
        }

        @Override
        public void barrier() {}
    }

    private static Fields body() {
        List<Value> records = new ArrayList<>(RECORDS);
        for (int i = 0; i < RECORDS; i++) {
            records.add(Fields.builder()
                    .put("id", Num.of(i))
                    .put("first", Text.of("Ada" + i))
                    .put("last", Text.of("Lovelace"))
                    .put("email", Text.of("Ada" + i + "@Example.com"))
                    .put("price", Num.of("12.5"))
                    .put("note", Text.of("A note of some length, so that the whole body has 1.8 megabytes. ".repeat(2)))
                    .build());
        }
        return Fields.of("records", new Items(records));
    }

    @Test
    void takeLittleMemory() {
        Fields body = body();
        assertThat(Json.bytes(body)).hasSizeBetween(1_800_000, 2_600_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Counting counting = new Counting();
        long before = threads.getCurrentThreadAllocatedBytes();
        Result result = Engine.run(plan, List.of(body), counting, counting, new StubWorld());
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(ScenarioCases.words(result)).isEqualTo("success 10004");
        assertThat(counting.counted).isEqualTo(RECORDS / 2);
        assertThat(counting.entries).isEqualTo(2 * RECORDS + 3);
        assertThat(allocated).as("bytes allocated").isLessThan(120_000_000);
    }

    /** Prints what it costs: run it alone, by hand. */
    static void main() {
        Plan plan = new TenThousandBundles().plan;
        Fields body = body();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 10; i++) {
            Counting counting = new Counting();
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long nanos = threads.getCurrentThreadCpuTime();
            Engine.run(plan, List.of(body), counting, counting, new StubWorld());
            IO.println((threads.getCurrentThreadCpuTime() - nanos) / 1_000_000 + " ms CPU, "
                    + (threads.getCurrentThreadAllocatedBytes() - bytes) / 1_000_000 + " MB allocated");
        }
    }
}
