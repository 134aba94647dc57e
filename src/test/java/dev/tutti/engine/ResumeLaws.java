package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Resuming a run is walking the same plan again over the same journal: wherever a process dies, the run ends as if it
 * had not, and at most the one call that was in flight is repeated, with the same input.
 */
class ResumeLaws {
    private static final int PLANS = 2_000;
    private static final int CRASHES = 18;
    private static final List<Fields> INPUT = List.of(
            Fields.of("v", Text.of("tea"), "items", Items.of(Text.of("a"), Text.of("b"), Text.of("e"))),
            Fields.of("v", Text.of("ale"), "items", Items.of(Text.of("c"))));

    private final Map<Result.Status, Integer> endings = new EnumMap<>(Result.Status.class);
    private final Set<Class<?>> entries = new HashSet<>();
    private int crashes;
    private int repeated;

    @Test
    void aRunThatDiesAnywhereEndsAsIfItHadNot() {
        for (long seed = 1; seed <= PLANS; seed++) {
            Plan plan = GeneratedPlans.of(seed);
            MortalWorld immortal = new MortalWorld(Integer.MAX_VALUE);
            finish(plan, immortal, new Random(seed));
            assertThat(facts(immortal).stream()
                            .filter(line -> !(line.entry() instanceof Entry.Suspended))
                            .map(MemoryJournal.Line::at))
                    .as("plan " + seed + ": no two invocations have one address")
                    .doesNotHaveDuplicates();
            int events = immortal.events;
            Random random = new Random(seed);
            for (int k = 0; k < Math.min(events, CRASHES); k++) {
                check(plan, events <= CRASHES ? k : random.nextInt(events), seed);
            }
        }
        assertThat(endings.keySet()).contains(Result.Status.SUCCESS, Result.Status.WARNING, Result.Status.ERROR);
        assertThat(entries).containsExactlyInAnyOrder(Entry.class.getPermittedSubclasses());
        assertThat(crashes).isGreaterThan(20_000);
        assertThat(repeated).as("calls in flight that were repeated").isPositive();
    }

    private void check(Plan plan, int diesAt, long seed) {
        String about = "plan " + seed + ", crash at event " + diesAt + ": ";
        Random random = new Random(seed * 31 + diesAt);
        MortalWorld world = new MortalWorld(diesAt);
        Result result = finish(plan, world, random);
        assertThat(world.broken).as(about).isEmpty();
        repeated += world.repeated;

        MortalWorld again = new MortalWorld(Integer.MAX_VALUE);
        world.journal().lines().stream()
                .filter(line -> line.entry() instanceof Entry.Drawn)
                .forEach(line -> again.journal().append(line.at(), line.entry()));
        assertThat(finish(plan, again, random)).as(about + "result").isEqualTo(result);
        assertThat(facts(world)).as(about + "trace").isEqualTo(facts(again));

        int lines = world.journal().lines().size();
        Result recalled = Engine.run(plan, INPUT, world, new NoModules(), world);
        assertThat(recalled).as(about + "recalled").isEqualTo(result);
        assertThat(world.journal().lines()).as(about + "nothing is told twice").hasSize(lines);
        if (result instanceof Result.Ended ended) {
            endings.merge(ended.status(), 1, Integer::sum);
        }
        world.journal().lines().forEach(line -> entries.add(line.entry().getClass()));
    }

    /** Runs a plan to its end through crashes and waits. */
    private Result finish(Plan plan, MortalWorld world, Random random) {
        while (true) {
            try {
                Result result = Engine.run(plan, INPUT, world, world, world);
                if (!(result instanceof Result.Suspended)) {
                    return result;
                }
                assertThat(world.journal().durable())
                        .as("what a waiting run has written")
                        .isEqualTo(world.journal().lines().size());
                world.later(60);
                world.sleeps();
            } catch (Crash crash) {
                crashes++;
                boolean mortal = random.nextInt(3) == 0;
                world.reborn(random.nextInt(4), mortal ? world.events + random.nextInt(30) : Integer.MAX_VALUE);
            }
        }
    }

    private static List<MemoryJournal.Line> facts(MortalWorld world) {
        return world.journal().lines().stream()
                .filter(line -> !(line.entry() instanceof Entry.Drawn))
                .toList();
    }

    /** Whatever is called here has been forgotten. */
    private record NoModules() implements Modules {
        @Override
        public Effect effect(String module, int version, Fields input) {
            throw new AssertionError(module + " is not recalled");
        }

        @Override
        public Outcome call(String module, int version, Fields input, Invocation invocation) {
            throw new AssertionError(module + " is called again");
        }
    }
}
