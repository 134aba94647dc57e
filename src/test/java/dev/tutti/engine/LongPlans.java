package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Plans far larger than people draw, on the small stack of a virtual thread. */
class LongPlans {
    private final StubWorld world = new StubWorld();
    private final MemoryJournal journal = new MemoryJournal();

    private Result run(List<Step> steps, List<Fields> input) throws InterruptedException {
        Plan plan =
                new Plan(OptionalInt.of(1), new Chain(steps), Limits.DEFAULT, java.time.ZoneOffset.UTC, Locale.ENGLISH);
        AtomicReference<Result> result = new AtomicReference<>();
        Thread.startVirtualThread(() -> result.set(Engine.run(plan, input, journal, world, world)))
                .join();
        return result.get();
    }

    private static Step call(int id, int from) {
        Mapping input = Plans.mapping(java.util.Map.of("n", "{{" + from + ".n}}"));
        return new Step.Call(id, "echo", 1, input, Optional.empty(), false);
    }

    @Test
    void twoThousandModulesInARowDoNotNeedAStack() throws InterruptedException {
        List<Step> steps = new ArrayList<>();
        for (int id = 2; id <= 2_001; id++) {
            steps.add(call(id, id - 1));
        }
        Result result = run(steps, List.of(Fields.of("n", Num.of(7)), Fields.of("n", Num.of(8))));
        assertThat(ScenarioCases.words(result)).isEqualTo("success 4001");
        assertThat(world.calls).hasSize(4_000).last().isEqualTo("echo {\"n\":8}");
        assertThat(journal.lines().getLast().at()).hasToString("1#1/2001#0");
    }

    @Test
    void twoThousandRoundsOfIterateAndAggregateDoNotNeedAStack() throws InterruptedException {
        List<Step> steps = new ArrayList<>();
        for (int id = 2; id <= 4_000; id += 2) {
            String list = id == 2 ? "{{1.n}}" : "{{" + (id - 1) + ".array}}";
            steps.add(new Step.Iterate(id, Plans.mapping(list), 1));
            steps.add(new Step.Aggregate(
                    id + 1,
                    id,
                    new Gathering.Listing(Plans.mapping(java.util.Map.of("n", "{{" + id + ".n}}"))),
                    Optional.empty(),
                    false));
        }
        Value item = Fields.of("n", Num.of(1));
        Result result = run(steps, List.of(Fields.of("n", Items.of(item, item, item))));
        assertThat(ScenarioCases.words(result)).isEqualTo("success 4001");
    }

    @Test
    void listsInsideListsEndInAnErrorRatherThanInAnOverflow() throws InterruptedException {
        List<Step> steps = new ArrayList<>();
        for (int id = 2; id <= 1_500; id++) {
            steps.add(new Step.Iterate(id, new Mapping.Constant(Items.of(Text.of("a"), Text.of("b"))), 1));
        }
        Result result = run(steps, List.of(Fields.EMPTY));
        assertThat(ScenarioCases.words(result)).startsWith("error 502 at ").contains("Too many lists");
    }
}
