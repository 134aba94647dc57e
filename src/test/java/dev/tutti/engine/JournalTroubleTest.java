package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.value.Fields;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal that cannot write is the run's trouble, never a failure of the module that happened to be at work. */
class JournalTroubleTest {
    private final StubWorld world = new StubWorld();

    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class NoJournal implements Journal {
        @Override
        public Optional<Entry> recall(StepPath at) {
            return Optional.empty();
        }

        @Override
        public void append(StepPath at, Entry entry) {
            throw new Lost();
        }

        @Override
        public void barrier() {
            throw new Lost();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{call: 2, module: echo}",
                "{call: 2, module: send}",
                "{call: 2, module: clock}",
                "{call: 2, module: echo, input: {at: '{{now}}'}}",
                "{iterate: 2, array: []}",
                "{filter: '1>2', when: []}",
                "{aggregate: 2, source: 1, array: {}}",
                "{guard: [{call: 2, module: clock}], then: ignore}",
            })
    void reachesWhoeverRunsThePlan(String step) {
        Plan plan = WatcherTest.plan("trigger: 1\nchain: [" + step + "]");
        assertThatThrownBy(() -> Engine.run(plan, List.of(Fields.EMPTY), new NoJournal(), world, world))
                .isInstanceOf(Lost.class);
        assertThat(world.calls).doesNotContain("send {}");
    }
}
