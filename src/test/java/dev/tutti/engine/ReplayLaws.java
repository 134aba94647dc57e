package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A replay from a module calls nothing that lies before it, and leaves a journal that stands alone. */
class ReplayLaws {
    private static final List<Fields> INPUT = List.of(
            Fields.of("v", Text.of("tea"), "items", Items.of(Text.of("a"), Text.of("b"))),
            Fields.of("v", Text.of("ale"), "items", Items.of(Text.of("c"))));

    private int replayed;
    private int recalled;

    @Test
    void aReplayCallsOnlyWhatComesAfterItsBeginning() {
        for (long seed = 1; seed <= 1_500; seed++) {
            Plan plan = GeneratedPlans.of(seed);
            StubWorld world = new StubWorld();
            MemoryJournal old = new MemoryJournal();
            if (!(finish(plan, old, world, world) instanceof Result.Ended)) {
                continue;
            }
            List<Integer> modules = List.copyOf(plan.layout().modules());
            int from = modules.get(new Random(seed).nextInt(modules.size()));
            Set<Integer> anew = new HashSet<>(plan.after(from));
            anew.add(from);
            MemoryJournal own = new MemoryJournal();
            StubWorld later = new StubWorld();
            Overlay overlay = new Overlay(plan, old, own, from, Map.of());
            Result result = finish(plan, overlay, new Guarded(later, old, anew, "plan " + seed), later);
            if (result instanceof Result.Ended ended && ended.status() != Result.Status.ERROR) {
                int lines = own.lines().size();
                assertThat(Engine.run(plan, INPUT, own, later, later))
                        .as("plan " + seed)
                        .isEqualTo(result);
                assertThat(own.lines()).as("plan " + seed + ": nothing new").hasSize(lines);
                replayed++;
            }
        }
        assertThat(replayed).isGreaterThan(300);
        assertThat(recalled).isGreaterThan(300);
    }

    /** Lets only these modules be called, where a call touches the world, and others for the first time. */
    private record Guarded(StubWorld world, Journal old, Set<Integer> allowed, String about) implements Modules {
        @Override
        public Effect effect(String module, int version, Fields input) {
            return world.effect(module, version, input);
        }

        @Override
        public Outcome call(String module, int version, Fields input, Invocation invocation) {
            if (effect(module, version, input) != Effect.NONE
                    && old.recall(invocation.at()).isPresent()) {
                StepPath cell = invocation.at();
                while (cell != null && !allowed.contains(cell.module())) {
                    cell = cell.parent();
                }
                assertThat(cell)
                        .as(about + " calls " + invocation.at() + " again")
                        .isNotNull();
            }
            return world.call(module, version, input, invocation);
        }
    }

    private Result finish(Plan plan, Journal journal, Modules modules, StubWorld world) {
        Watcher counting = new Watcher() {
            @Override
            public void finished(int module, int operation, StepPath at, Entry entry, boolean known) {
                recalled += known ? 1 : 0;
            }
        };
        world.watcher = counting;
        for (int i = 0; i < 200; i++) {
            Result result = Engine.run(plan, INPUT, journal, modules, world);
            if (!(result instanceof Result.Suspended suspended)) {
                return result;
            }
            world.now = world.now.plusSeconds(60);
            if (suspended.wake() instanceof Wake.Signal) {
                journal.append(
                        suspended.at(),
                        new Entry.Emitted(List.of(Fields.of("v", Text.of("answer"))), Effect.SEND, 0, 0));
            }
        }
        throw new AssertionError("It never ends");
    }
}
