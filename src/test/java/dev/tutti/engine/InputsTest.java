package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.expression.Verdict;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InputsTest {
    private final StubWorld world = new StubWorld();
    private final MemoryJournal journal = new MemoryJournal();
    private final Plan plan = WatcherTest.plan("""
            trigger: 1
            chain:
              - {iterate: 2, array: "{{1.items}}"}
              - {filter: "2>3", when: ["{{2.value}}", "number:greater", "1"]}
              - {call: 3, module: send, input: {n: "{{2.value}}", id: "{{uuid}}"}}
              - {assign: 4, variables: {name: last, value: "{{3.n}}"}}
              - {aggregate: 5, source: 2, text: "{{3.n}}", separator: ","}
              - {call: 6, module: echo, input: {text: "{{5.text}}"}}
            """);
    private final List<Fields> input = List.of(Fields.of("items", Items.of(Num.of(1), Num.of(2), Num.of(3))));
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void aRunIsOver() {
        Engine.run(plan, input, journal, world, world);
    }

    private final class Listener implements Inputs.Collector {
        private final int module;
        private final int most;

        Listener(int module, int most) {
            this.module = module;
            this.most = most;
        }

        @Override
        public boolean goesOn() {
            return told.size() < most;
        }

        @Override
        public boolean wants(int wanted) {
            return wanted == module;
        }

        @Override
        public void input(int no, int operation, StepPath at, Fields fields) {
            told.add(no + "." + operation + " " + at + " " + Json.write(fields));
        }

        @Override
        public void verdict(int from, int to, StepPath at, Verdict verdict) {
            Verdict.Row row = verdict.groups().getFirst().getFirst();
            told.add(from + ">" + to + " " + at + " " + Json.write(row.a()) + " " + verdict.passes());
        }
    }

    private List<String> show(int module) {
        int lines = journal.lines().size();
        int calls = world.calls.size();
        Inputs.show(plan, input, journal, world, new Listener(module, 100));
        assertThat(journal.lines()).hasSize(lines);
        assertThat(world.calls).hasSize(calls);
        return told;
    }

    @Test
    void showsWhatEachOperationReceivedAndWhatItsFilterCompared() {
        assertThat(show(3))
                .containsExactly(
                        "2>3 2#0/?3#0 1 false",
                        "2>3 2#1/?3#0 2 true",
                        "3.0 2#1/3#0 {\"n\":2,\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                        "2>3 2#2/?3#0 3 true",
                        "3.1 2#2/3#0 {\"n\":3,\"id\":\"00000000-0000-0000-0000-000000000001\"}");
        assertThat(world.calls.getFirst()).isEqualTo("send {\"n\":2,\"id\":\"00000000-0000-0000-0000-000000000000\"}");
    }

    @Test
    void showsTheInputsOfControlFlowToo() {
        assertThat(show(2)).containsExactly("2.0 2#0 {\"array\":[1,2,3]}");
        told.clear();
        assertThat(show(4))
                .containsExactly(
                        "4.0 2#1/4#0 {\"name\":\"last\",\"value\":2}", "4.1 2#2/4#0 {\"name\":\"last\",\"value\":3}");
        told.clear();
        assertThat(show(5)).containsExactly("5.0 5#0 {\"bundles\":[2,3]}");
        told.clear();
        assertThat(show(6)).containsExactly("6.0 5#0/6#0 {\"text\":\"2,3\"}");
    }

    @Test
    void stopsAsSoonAsTheReaderHasSeenEnough() {
        Inputs.show(plan, input, journal, world, new Listener(3, 2));
        assertThat(told).hasSize(2);
    }

    @Test
    void showsOnlyWhatARunDidThatWentOnWithABundle() {
        Plan breaking = WatcherTest.plan("""
                trigger: 1
                incompletes: true
                chain:
                  - {call: 2, module: echo, input: {n: "{{1.n}}"}}
                  - {guard: [{call: 3, module: flaky, input: {times: "{{2.n}}"}}], then: break}
                  - {call: 4, module: send, input: {n: "{{2.n}}"}}
                """);
        List<Fields> bundles = List.of(Fields.of("n", Num.of(0)), Fields.of("n", Num.of(1)));
        MemoryJournal first = new MemoryJournal();
        Engine.run(breaking, bundles, first, world, world);
        Origin origin = new Origin(first, StepPath.parse("1#1/3#0"), "77");
        MemoryJournal own = new MemoryJournal();
        Engine.resume(breaking, bundles, origin, own, world, world);
        Inputs.show(breaking, bundles, origin, own, world, new Listener(2, 100));
        Inputs.show(breaking, bundles, origin, own, world, new Listener(3, 100));
        Inputs.show(breaking, bundles, origin, own, world, new Listener(4, 100));
        assertThat(told).containsExactly("3.0 1#1/3#0 {\"times\":1}", "4.0 1#1/4#0 {\"n\":1}");
    }

    @Test
    void endsWhereTheJournalEnds() {
        MemoryJournal half = new MemoryJournal();
        journal.lines().subList(0, 5).forEach(line -> half.append(line.at(), line.entry()));
        Inputs.show(plan, input, half, world, new Listener(6, 100));
        assertThat(told).isEmpty();
    }
}
