package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** Where a failure was cleared, so that there is another outcome. */
    private final Set<StepPath> retried = new HashSet<>();

    private int crashes;
    private int incompletes;
    private int goneOn;
    private int edited;
    private int repeated;

    /** How a plan is walked: as a run of its own, or for one bundle that such a run put aside. */
    private interface Course {
        Result walk(MortalWorld world, Modules modules);

        void retry(MortalWorld world, StepPath at, Edits edits);
    }

    private record Whole(Plan plan) implements Course {
        @Override
        public Result walk(MortalWorld world, Modules modules) {
            return Engine.run(plan, INPUT, world, modules, world);
        }

        @Override
        public void retry(MortalWorld world, StepPath at, Edits edits) {
            Engine.retry(plan, INPUT, world.journal(), world, at, edits);
        }
    }

    private record Rest(Plan plan, Origin origin) implements Course {
        @Override
        public Result walk(MortalWorld world, Modules modules) {
            return Engine.resume(plan, INPUT, origin, world, modules, world);
        }

        @Override
        public void retry(MortalWorld world, StepPath at, Edits edits) {
            Origin failed = new Origin(origin.journal(), at, origin.runId());
            Engine.retry(plan, INPUT, failed, world.journal(), world, edits);
        }
    }

    @Test
    void aRunThatDiesAnywhereEndsAsIfItHadNot() {
        for (long seed = 1; seed <= PLANS; seed++) {
            Plan plan = GeneratedPlans.of(seed);
            MortalWorld immortal = world(plan, Integer.MAX_VALUE);
            Course whole = new Whole(plan);
            Result result = finish(plan, whole, immortal, new Random(seed));
            boolean changed = immortal.journal().recall(Marks.EDITED).isPresent();
            assertThat(facts(immortal).stream()
                            .filter(_ -> !changed)
                            .filter(line -> !waits(line.entry()))
                            .map(MemoryJournal.Line::at)
                            .filter(at -> !retried.contains(at)))
                    .as("plan " + seed + ": no two invocations have one address")
                    .doesNotHaveDuplicates();
            crashAnywhere(plan, whole, immortal.events, seed);
            if (result instanceof Result.Ended ended && !ended.incomplete().isEmpty()) {
                Result.Broken broken = ended.incomplete()
                        .get(new Random(seed).nextInt(ended.incomplete().size()));
                goOnWith(plan, new Origin(immortal.journal(), broken.fault().at(), "77"), seed);
            }
        }
        assertThat(endings.keySet()).contains(Result.Status.SUCCESS, Result.Status.WARNING, Result.Status.ERROR);
        assertThat(entries).containsExactlyInAnyOrder(Entry.class.getPermittedSubclasses());
        assertThat(incompletes).as("runs that stopped and went on").isGreaterThan(100);
        assertThat(edited).as("runs in which somebody changed something").isGreaterThan(100);
        assertThat(goneOn).as("bundles that were put aside and went on").isGreaterThan(50);
        assertThat(crashes).isGreaterThan(20_000);
        assertThat(repeated).as("calls in flight that were repeated").isPositive();
    }

    private void crashAnywhere(Plan plan, Course course, int events, long seed) {
        Random random = new Random(seed);
        for (int k = 0; k < Math.min(events, CRASHES); k++) {
            check(plan, course, events <= CRASHES ? k : random.nextInt(events), seed);
        }
    }

    private void goOnWith(Plan plan, Origin origin, long seed) {
        Course rest = new Rest(plan, origin);
        int lines = ((MemoryJournal) origin.journal()).lines().size();
        MortalWorld immortal = world(plan, Integer.MAX_VALUE);
        finish(plan, rest, immortal, new Random(seed));
        crashAnywhere(plan, rest, immortal.events, seed);
        goneOn++;
        for (String key : immortal.called()) {
            StepPath at = StepPath.parse(key.substring(key.indexOf(':') + 1).split("~")[0]);
            boolean made = origin.journal().recall(at).orElse(null) instanceof Entry.Emitted;
            assertThat(made && !mayBeMadeAgain(plan, at, origin.at()))
                    .as("plan " + seed + ": " + at + " was called in the run that put the bundle aside")
                    .isFalse();
        }
        assertThat(((MemoryJournal) origin.journal()).lines())
                .as("plan " + seed + ": the run that put the bundle aside")
                .hasSize(lines);
    }

    private void check(Plan plan, Course course, int diesAt, long seed) {
        String about = "plan " + seed + ", crash at event " + diesAt + ": ";
        Random random = new Random(seed * 31 + diesAt);
        MortalWorld world = world(plan, diesAt);
        Result result = finish(plan, course, world, random);
        assertThat(world.broken).as(about).isEmpty();
        repeated += world.repeated;

        MortalWorld again = world(plan, Integer.MAX_VALUE);
        world.journal().lines().stream()
                .filter(line -> line.entry() instanceof Entry.Drawn && line.at().number() >= 0)
                .forEach(line -> again.journal().append(line.at(), line.entry()));
        assertThat(finish(plan, course, again, random)).as(about + "result").isEqualTo(result);
        assertThat(facts(world)).as(about + "trace").isEqualTo(facts(again));
        assertThat(world.rows()).as(about + "rows").isEqualTo(again.rows());

        int lines = world.journal().lines().size();
        if (result instanceof Result.Ended ended) {
            if (ended.status() != Result.Status.ERROR || plan.policy().autoCommit()) {
                assertThat(course.walk(world, new NoModules()))
                        .as(about + "recalled")
                        .isEqualTo(result);
                assertThat(world.journal().lines())
                        .as(about + "nothing is told twice")
                        .hasSize(lines);
            }
            endings.merge(ended.status(), 1, Integer::sum);
        }
        world.journal().lines().forEach(line -> entries.add(line.entry().getClass()));
    }

    private static MortalWorld world(Plan plan, int diesAt) {
        MortalWorld world = new MortalWorld(diesAt);
        world.autoCommit = plan.policy().autoCommit();
        return world;
    }

    /** Runs a plan to its end through crashes, waits, answers and two failures that somebody clears. */
    private Result finish(Plan plan, Course course, MortalWorld world, Random random) {
        int left = 2;
        retried.clear();
        while (true) {
            try {
                Result result = course.walk(world, world);
                if (result instanceof Result.Incomplete stopped && left-- > 0) {
                    incompletes++;
                    retried.add(stopped.fault().at());
                    course.retry(world, stopped.fault().at(), edits(stopped.fault()));
                    continue;
                }
                if (!(result instanceof Result.Suspended suspended)) {
                    return result;
                }
                assertThat(world.journal().durable())
                        .as("what a waiting run has written")
                        .isEqualTo(world.journal().lines().size());
                world.later(60);
                if (suspended.wake() instanceof Wake.Signal) {
                    Entry answer = new Entry.Emitted(
                            List.of(Fields.of("v", Text.of("answer"), "items", Items.EMPTY)), Effect.SEND, 0, 0);
                    world.journal().append(suspended.at(), answer);
                    world.journal().barrier();
                }
                world.sleeps();
            } catch (Crash crash) {
                crashes++;
                boolean mortal = random.nextInt(3) == 0;
                world.reborn(random.nextInt(4), mortal ? world.events + random.nextInt(30) : Integer.MAX_VALUE);
            }
        }
    }

    /** What an aggregator lets go now is another bundle, and a call that fails once more is handled once more. */
    private static boolean mayBeMadeAgain(Plan plan, StepPath at, StepPath goal) {
        StepPath handler = StepPath.under(goal.parent(), goal.module(), 1);
        StepPath cell = at.parent();
        while (cell != null
                && !cell.equals(handler)
                && !(plan.layout().step(cell.module()) instanceof Step.Aggregate)) {
            cell = cell.parent();
        }
        return cell != null;
    }

    /** Every other time, somebody changes what the trigger brought. */
    private Edits edits(Result.Fault fault) {
        if (fault.at().hashCode() % 2 != 0) {
            return Edits.NONE;
        }
        edited++;
        Fields bundle = Fields.of("v", Text.of("edited"), "items", Items.of(Text.of("y"), Text.of("z")));
        return new Edits(Optional.empty(), Map.of(1, bundle));
    }

    private static boolean waits(Entry entry) {
        return entry instanceof Entry.Suspended || entry instanceof Entry.Retrying;
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
