package dev.tutti.run;

import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tutti.engine.Effect;
import dev.tutti.engine.Effects;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.testing.Database;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that are run again. */
class ReplaysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOTH = "dev.tutti.testing.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void aReplayBeginsWithTheSameDataOrWithOther(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            Run old = ended(node.runs().start(order(world.plan(call(2, "effect")))));
            Run again = begun(node, Replay.whole(old.id(), Replay.Version.LIVE, Author.SYSTEM));
            assertThat(again.replayOf()).contains(old.id());
            assertThat(again.cause()).isEqualTo(Cause.REPLAY);
            assertThat(node.runs().input(again.id()).map(Input::bundles))
                    .isEqualTo(node.runs().input(old.id()).map(Input::bundles));

            List<Fields> other = List.of(Fields.of("name", Text.of("Grace")));
            Run edited = begun(
                    node,
                    new Replay(
                            old.id(),
                            Replay.Version.SAME,
                            Optional.of(other),
                            OptionalInt.empty(),
                            Map.of(),
                            Author.SYSTEM));
            assertThat(node.runs().input(edited.id()).map(Input::bundles)).contains(other);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aReplayFromAModuleOnCallsNothingBeforeIt(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId version =
                    world.linked(call(2, "effect"), call(3, "echo"), call(4, "effect"), call(5, "effect"));
            Run old = ended(node.runs().start(order(version)));
            assertThat(node.runs().effects(old.id(), 4)).hasValueSatisfying(effects -> {
                assertThat(effects.again())
                        .containsExactly(new Effects.Sent(4, Effect.SEND, 1), new Effects.Sent(5, Effect.SEND, 1));
                assertThat(effects.kept()).containsExactly(new Effects.Sent(2, Effect.SEND, 1));
            });
            world.modules.calls.clear();
            Map<Integer, Fields> outputs = Map.of(3, Fields.of("n", Num.of(99)));

            Run again = begun(node, from(old, 4, outputs));

            assertThat(world.modules.calls).containsExactly(again.id() + " 4#0", again.id() + " 5#0");
            assertThat(node.runs().outputs(again.id(), 3, 9)).containsExactly(Fields.of("n", Num.of(99)));
            assertThat(node.runs().outputs(again.id(), 2, 9))
                    .isEqualTo(node.runs().outputs(old.id(), 2, 9));
            assertThat(node.runs().replay(from(old, 9, Map.of()))).isEqualTo(new Replay.Answer.NoModule(9));
            assertThat(node.runs().replay(from(old, 4, Map.of(5, Fields.EMPTY))))
                    .isEqualTo(new Replay.Answer.NoModule(5));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aReplayFromAModuleOnSurvivesTheEndOfItsProcess(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node dying = world.node();
            ScenarioVersionId version = world.linked(call(2, "effect"), call(3, "sleep"), call(4, "gate"));
            world.modules.gate.release();
            Run old = ended(dying.runs().start(order(version)));
            world.modules.calls.clear();
            world.modules.arrived = new java.util.concurrent.CountDownLatch(1);
            Replay.Answer answer = dying.runs().replay(from(old, 4, Map.of()));
            RunId again = ((Replay.Answer.Begun) answer).started().id();
            assertThat(world.modules.arrived.await(20, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
            RunWorld.Node heir = world.node();
            world.takeOver(dying, heir);
            world.modules.gate.release(2);
            await().atMost(PATIENCE)
                    .until(() -> heir.runs().find(again).orElseThrow().status() == RunStatus.SUCCESS);
            assertThat(world.modules.calls).doesNotContain(again + " 2#0");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatWasNotKeptCannotBeReplayed(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            Run secret = ended(node.runs().start(order(world.version(RunWorld.confidential(), call(2, "effect")))));
            assertThat(node.runs().replay(Replay.whole(secret.id(), Replay.Version.SAME, Author.SYSTEM)))
                    .isEqualTo(new Replay.Answer.NotKept());
            assertThat(node.runs().replay(Replay.whole(new RunId(1), Replay.Version.SAME, Author.SYSTEM)))
                    .isEqualTo(new Replay.Answer.Unknown());
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void manyAreReplayedOldestFirstSpreadOverATimeThatARestartDoesNotCut(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId version = world.version(RunWorld.ending(), call(2, "effect"), call(3, "fail"));
            for (int i = 0; i < 6; i++) {
                ended(node.runs().start(order(version)));
            }
            RunQuery failed = new RunQuery(
                    Optional.of(world.scenario(version)),
                    java.util.Set.of(RunStatus.ERROR),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    2);
            assertThat(node.runs()
                            .replay(new ReplayMany(failed, Replay.Version.LIVE, Duration.ofSeconds(6), Author.SYSTEM)))
                    .isEqualTo(6);
            await().atMost(PATIENCE)
                    .until(() -> world.count("select count(*) from run where replay_of is not null") >= 1);
            assertThat(world.count("select count(*) from replay"))
                    .as("not all at once")
                    .isPositive();
            world.closeNodes();
            world.node();
            await().atMost(PATIENCE).until(() -> world.count("select count(*) from replay") == 0);
            await().atMost(PATIENCE)
                    .until(() ->
                            world.count("select count(*) from run where replay_of is not null and ended_at is not null")
                                    == 6);
            assertThat(world.count("select count(distinct replay_of) from run")).isEqualTo(6);
        }
    }

    private static Replay from(Run old, int module, Map<Integer, Fields> outputs) {
        return new Replay(
                old.id(), Replay.Version.SAME, Optional.empty(), OptionalInt.of(module), outputs, Author.SYSTEM);
    }

    private static Run begun(RunWorld.Node node, Replay wish) {
        Replay.Answer answer = node.runs().replay(wish);
        assertThat(answer).isInstanceOf(Replay.Answer.Begun.class);
        return ended(((Replay.Answer.Begun) answer).started());
    }

    private static Run ended(Started started) {
        return started.ended(PATIENCE).orElseThrow();
    }
}
