package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.Effects.Sent;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person is told before a run goes on or is done again. */
class EffectsTest {
    private final StubWorld world = new StubWorld();
    private final MemoryJournal journal = new MemoryJournal();
    private final List<Fields> input = List.of(Fields.of("n", Num.of(1)), Fields.of("n", Num.of(2)));

    private Plan run(String then) {
        Plan plan = WatcherTest.plan("""
                trigger: 1
                incompletes: true
                chain:
                  - {call: 2, module: send, input: {n: "{{1.n}}"}}
                  - {guard: [{call: 3, module: flaky, input: {times: "{{2 - 1.n}}"}}], %s}
                  - {call: 4, module: echo}
                  - {call: 5, module: send}
                  - {aggregate: 6, source: 1, array: {n: "{{1.n}}"}}
                  - {call: 7, module: send}
                """.formatted(then));
        Engine.run(plan, input, journal, world, world);
        return plan;
    }

    private List<Effects.Line> lines() {
        return journal.lines().stream()
                .map(line -> new Effects.Line(line.at(), line.entry()))
                .toList();
    }

    @Test
    void aRunThatStoppedMakesTheFailedCallAgainAndNoOther() {
        Plan plan = run("kinds: [DataError], then: ignore");
        Effects effects = Effects.ofRetrying(plan, world, lines(), StepPath.parse("1#0/3#0"));
        assertThat(effects.again()).containsExactly(new Sent(3, Effect.SEND, 1));
        assertThat(effects.kept()).containsExactly(new Sent(2, Effect.SEND, 1));
        assertThat(effects.next()).containsExactly(new Sent(5, Effect.SEND, 0), new Sent(7, Effect.SEND, 0));
    }

    @Test
    void aBundlePutAsideComesOnceMoreToWhatFollowsItsAggregator() {
        Plan plan = run("then: break");
        Effects effects = Effects.ofResuming(plan, world, lines(), StepPath.parse("1#0/3#0"));
        assertThat(effects.again()).containsExactly(new Sent(3, Effect.SEND, 1), new Sent(7, Effect.SEND, 1));
        assertThat(effects.kept())
                .containsExactly(new Sent(2, Effect.SEND, 2), new Sent(3, Effect.SEND, 1), new Sent(5, Effect.SEND, 1));
        assertThat(effects.next()).containsExactly(new Sent(5, Effect.SEND, 0));
    }

    @Test
    void aReplayFromAModuleMakesItsCallsAndThoseAfterItAgain() {
        Plan plan = run("then: break");
        Effects effects = Effects.ofReplaying(plan, world, lines(), 5);
        assertThat(effects.again()).containsExactly(new Sent(5, Effect.SEND, 1), new Sent(7, Effect.SEND, 1));
        assertThat(effects.kept()).containsExactly(new Sent(2, Effect.SEND, 2), new Sent(3, Effect.SEND, 2));
        assertThat(effects.next()).isEmpty();
    }
}
