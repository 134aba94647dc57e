package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class WatcherTest {
    private final StubWorld world = new StubWorld();
    private final MemoryJournal journal = new MemoryJournal();
    private final Plan plan = plan("""
            trigger: 1
            chain:
              - {iterate: 2, array: "{{1.items}}"}
              - {filter: "2>3", when: ["{{2.value}}", "number:greater", "1"]}
              - {call: 3, module: send, input: {n: "{{2.value}}"}}
            """);
    private final List<Fields> input = List.of(Fields.of("items", Items.of(Num.of(1), Num.of(2), Num.of(3))));

    static Plan plan(String yaml) {
        Map<String, ?> plan = new Yaml().load(yaml);
        return Plans.read(plan);
    }

    /** Writes down what it is told. */
    private static final class Diary implements Watcher {
        final List<String> lines = new ArrayList<>();

        @Override
        public void entered(int module, int operation, StepPath at) {
            lines.add("enter " + module + "." + operation);
        }

        @Override
        public void finished(int module, int operation, StepPath at, Entry entry, boolean recalled) {
            lines.add((recalled ? "recall " : "finish ") + module + "." + operation);
        }

        @Override
        public void filtered(int from, int to, boolean passed, boolean recalled) {
            lines.add((recalled ? "recall " : "") + from + ">" + to + (passed ? " yes" : " no"));
        }

        @Override
        public void iterated(int module, int done, int of) {
            lines.add(module + ": " + done + "/" + of);
        }
    }

    @Test
    void seesEachOperationWithItsNumberAsItHappens() {
        Diary diary = new Diary();
        world.watcher = diary;
        Engine.run(plan, input, journal, world, world);
        assertThat(diary.lines)
                .containsExactly(
                        "enter 2.0",
                        "finish 2.0",
                        "2: 0/3",
                        "2>3 no",
                        "2: 1/3",
                        "2>3 yes",
                        "enter 3.0",
                        "finish 3.0",
                        "2: 2/3",
                        "2>3 yes",
                        "enter 3.1",
                        "finish 3.1");
    }

    @Test
    void isToldWhatIsRecalledToo() {
        Engine.run(plan, input, journal, world, world);
        Diary diary = new Diary();
        world.watcher = diary;
        Engine.run(plan, input, journal, world, world);
        assertThat(diary.lines)
                .containsExactly(
                        "recall 2.0",
                        "2: 0/3",
                        "recall 2>3 no",
                        "2: 1/3",
                        "recall 2>3 yes",
                        "recall 3.0",
                        "2: 2/3",
                        "recall 2>3 yes",
                        "recall 3.1");
    }

    @Test
    void canStopARunBetweenTwoSteps() {
        world.watcher = new Watcher() {
            @Override
            public boolean goesOn() {
                return world.calls.isEmpty();
            }
        };
        Result result = Engine.run(plan, input, journal, world, world);
        assertThat(world.calls).hasSize(1);
        assertThat(ScenarioCases.words(result)).isEqualTo("stopped 3");
    }
}
