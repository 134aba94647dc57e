package dev.tutti.run;

import static dev.tutti.run.IncompleteSteps.awaitEnd;
import static dev.tutti.run.IncompleteSteps.awaitOne;
import static dev.tutti.run.IncompleteSteps.goesOn;
import static dev.tutti.run.RunWorld.breaks;
import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tutti.engine.Edits;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Effects;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Settings;
import dev.tutti.testing.Database;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs, and bundles of runs, that fail, are kept, and go on. */
class IncompletesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOTH = "dev.tutti.testing.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void aRunThatFailsStandsThereAndGoesOnAtTheFailedCallOnly(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            Started started = node.runs()
                    .start(order(
                            world.version(Settings.DEFAULT, call(2, "effect"), call(3, "shaky"), call(4, "effect"))));
            Incomplete item = awaitOne(node, Incomplete.State.SCHEDULED);

            assertThat(node.runs().find(started.id())).hasValueSatisfying(run -> {
                assertThat(run.status()).isEqualTo(RunStatus.INCOMPLETE);
                assertThat(run.error()).map(RunError::kind).contains("ConnectionError");
            });
            assertThat(item.kind()).isEqualTo(Incomplete.Kind.RUN);
            assertThat(item.module()).isEqualTo(3);
            assertThat(item.maxAttempts()).as("tried again eight times").isEqualTo(8);
            assertThat(Duration.between(item.createdAt(), item.nextTryAt().orElseThrow()))
                    .as("the first time after a minute")
                    .isEqualTo(Duration.ofMinutes(1));
            IncompleteDetail detail = node.incompletes().detail(item.id()).orElseThrow();
            assertThat(detail.effects().again()).containsExactly(new Effects.Sent(3, Effect.SEND, 1));
            assertThat(detail.effects().kept()).containsExactly(new Effects.Sent(2, Effect.SEND, 1));
            assertThat(detail.effects().next()).containsExactly(new Effects.Sent(4, Effect.SEND, 0));
            assertThat(detail.input()).contains(Fields.of("n", dev.tutti.value.Num.of(3)));
            assertThat(detail.upstream())
                    .extracting(IncompleteDetail.Upstream::module)
                    .containsExactly(2, 1);

            world.modules.shaking = false;
            assertThat(node.incompletes().retry(item.id(), Edits.NONE))
                    .isEqualTo(new Incompletes.RetryAnswer.GoesOn(started.id()));
            awaitEnd(node, started.id(), RunStatus.SUCCESS);

            String run = started.id() + " ";
            assertThat(world.modules.calls).containsExactly(run + "2#0", run + "3#0", run + "3#0", run + "4#0");
            assertThat(world.modules.times(started.id() + ":3#0"))
                    .as("with the same key")
                    .isEqualTo(2);
            Incomplete after = node.incompletes().find(item.id()).orElseThrow();
            assertThat(after.state()).isEqualTo(Incomplete.State.RESOLVED);
            assertThat(after.resolution()).map(Incomplete.Resolution::how).contains(Incomplete.How.BY_HAND);
            assertThat(node.incompletes().retry(item.id(), Edits.NONE))
                    .isEqualTo(new Incompletes.RetryAnswer.NotOpen(Incomplete.State.RESOLVED));
            assertThat(node.incompletes().open()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aBundlePutAsideGoesOnInARunOfItsOwnWhileTheOthersWentOn(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            world.modules.shaking = false;
            int[] calls = {0};
            ScenarioVersionId version = world.version(
                    Settings.DEFAULT,
                    breaks(0, Duration.ofMinutes(15)),
                    call(2, "three"),
                    call(3, "second"),
                    call(4, "effect"));
            world.modules.second = input -> calls[0]++ != 1;
            Started started = node.runs().start(order(version));
            assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.WARNING);
            Incomplete item = awaitOne(node, Incomplete.State.UNRESOLVED);
            assertThat(item.kind()).isEqualTo(Incomplete.Kind.BUNDLE);
            assertThat(item.path()).isEqualTo("2#1/3#0");
            assertThat(item.carrier()).isEmpty();
            assertThat(world.modules.calls).containsExactly(started.id() + " 2#0/4#0", started.id() + " 2#2/4#0");

            RunId own = goesOn(node.incompletes().retry(item.id(), Edits.NONE));
            assertThat(own).isNotEqualTo(started.id());
            awaitEnd(node, own, RunStatus.SUCCESS);

            assertThat(world.modules.calls).hasSize(3).last().isEqualTo(own + " 2#1/4#0");
            assertThat(node.runs().find(own)).map(Run::cause).contains(Cause.RETRY);
            assertThat(node.runs().find(started.id())).map(Run::status).contains(RunStatus.WARNING);
            assertThat(node.incompletes().find(item.id()).flatMap(Incomplete::carrier))
                    .contains(own);
            assertThat(node.runs()
                            .journal(own, new Operation.Query(OptionalInt.empty(), true, 0, 100))
                            .items())
                    .as("its log tells what it did, with what went in")
                    .filteredOn(operation -> operation.module() == 4)
                    .singleElement()
                    .satisfies(operation -> assertThat(operation.input()).isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aPersonMayEditWhatGoesInOrWhatCameBefore(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId version = world.version(Settings.DEFAULT, call(2, "effect"), call(3, "fussy"));
            Started started = node.runs().start(order(version));
            Incomplete item = awaitOne(node, Incomplete.State.UNRESOLVED);
            assertThat(item.maxAttempts())
                    .as("wrong data do not mend themselves")
                    .isZero();
            Edits stranger = new Edits(Optional.empty(), Map.of(7, Fields.EMPTY));
            assertThat(node.incompletes().retry(item.id(), stranger))
                    .isEqualTo(new Incompletes.RetryAnswer.NoModule(7));

            Edits edits = new Edits(Optional.of(Fields.of("ok", Text.of("yes"))), Map.of());
            goesOn(node.incompletes().retry(item.id(), edits));

            awaitEnd(node, started.id(), RunStatus.SUCCESS);
            assertThat(node.runs().outputs(started.id(), 3, 10)).containsExactly(Fields.of("liked", Text.of("yes")));
            assertThat(node.incompletes().find(item.id()).flatMap(Incomplete::resolution))
                    .map(Incomplete.Resolution::how)
                    .contains(Incomplete.How.EDITED);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aBreakTriesAgainAsOftenAsItSaysThenAPersonIsWanted(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId version = world.version(
                    Settings.DEFAULT, breaks(2, Duration.ofMillis(10)), call(2, "effect"), call(3, "broken"));
            Started started = node.runs().start(order(version));
            await().atMost(PATIENCE)
                    .until(() -> node.incompletes().list(IncompleteQuery.open(9)).items().stream()
                            .anyMatch(item -> item.attempts() == 2 && item.state() == Incomplete.State.UNRESOLVED));

            assertThat(world.modules.times(started.id() + ":3#0"))
                    .as("the first time and twice again, with the same key")
                    .isEqualTo(3);
            Incomplete item = awaitOne(node, Incomplete.State.UNRESOLVED);
            assertThat(node.runs().find(item.carrier().orElseThrow()))
                    .map(Run::status)
                    .contains(RunStatus.WARNING);
            assertThat(node.incompletes().drop(item.id())).isTrue();
            assertThat(node.incompletes().find(item.id()).flatMap(Incomplete::resolution))
                    .map(Incomplete.Resolution::how)
                    .contains(Incomplete.How.GIVEN_UP);
            assertThat(node.incompletes().drop(item.id())).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aLaterFailureIsAnItemOfItsOwn(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            Started started =
                    node.runs().start(order(world.version(Settings.DEFAULT, call(2, "shaky"), call(3, "fussy"))));
            Incomplete first = awaitOne(node, Incomplete.State.SCHEDULED);
            world.modules.shaking = false;
            goesOn(node.incompletes().retry(first.id(), Edits.NONE));
            Incomplete second = awaitOne(node, Incomplete.State.UNRESOLVED);
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(second.module()).isEqualTo(3);
            assertThat(second.attempts()).isZero();
            assertThat(second.carrier()).contains(started.id());
            assertThat(node.incompletes().find(first.id()).flatMap(Incomplete::resolution))
                    .map(Incomplete.Resolution::how)
                    .contains(Incomplete.How.WENT_ON);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void atMostThreeOfAScenarioAreTriedAtOnce(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId version = world.version(Settings.DEFAULT, call(2, "shaky"), call(3, "gate"));
            for (int i = 0; i < 7; i++) {
                node.runs().start(order(version));
            }
            await().atMost(PATIENCE)
                    .until(() -> node.incompletes()
                                    .list(IncompleteQuery.open(9))
                                    .items()
                                    .size()
                            == 7);
            world.modules.shaking = false;
            world.modules.arrived = new CountDownLatch(3);
            var all = new Incompletes.Selection(List.of(), Optional.of(world.scenario(version)), Set.of());
            assertThat(node.incompletes().retry(all)).isEqualTo(7);
            assertThat(world.modules.arrived.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(world.count("select count(*) from incomplete where state = 2"))
                    .isEqualTo(3);
            assertThat(world.count("select count(*) from incomplete where state = 1"))
                    .isEqualTo(4);
            world.modules.gate.release(7);
            await().atMost(PATIENCE).until(() -> node.incompletes().open().isEmpty());
            assertThat(world.count("select count(*) from run where status = 4")).isEqualTo(7);
        }
    }
}
