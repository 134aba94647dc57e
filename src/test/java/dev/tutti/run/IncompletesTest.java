package dev.tutti.run;

import static dev.tutti.run.RunWorld.breaks;
import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tutti.engine.Edits;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Effects;
import dev.tutti.scenario.FailureRules;
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

    @ParameterizedTest
    @MethodSource(BOTH)
    void runsThatWaitForEachOtherWaitForWhatIsIncomplete(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId version = world.version(RunWorld.sequential(), call(2, "shaky"), call(3, "effect"));
            Started first = node.runs().start(order(version));
            Incomplete item = awaitOne(node, Incomplete.State.SCHEDULED);
            world.modules.shaking = false;
            Started second = node.runs().start(order(version));
            assertThat(second.accepted()).isTrue();
            await().atMost(PATIENCE)
                    .until(() -> world.count(
                                    "select count(*) from scheduled_tasks where task_name = 'run' and task_instance = '"
                                            + second.id() + "' and execution_time > current_timestamp"
                                            + " + interval '1' minute")
                            == 1);
            assertThat(node.runs().find(second.id())).map(Run::status).contains(RunStatus.QUEUED);

            goesOn(node.incompletes().retry(item.id(), Edits.NONE));

            awaitEnd(node, first.id(), RunStatus.SUCCESS);
            awaitEnd(node, second.id(), RunStatus.SUCCESS);
            assertThat(world.modules.calls).endsWith(first.id() + " 3#0", second.id() + " 2#0", second.id() + " 3#0");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatCannotBeKeptIsLostOnlyWhereTheOwnerAllowsIt(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            world.mostIncompletes = 1;
            RunWorld.Node node = world.node();
            ScenarioVersionId careful = world.version(Settings.DEFAULT, call(2, "fussy"));
            ScenarioVersionId careless = world.version(
                    Settings.DEFAULT.with(new FailureRules(OptionalInt.empty(), true, true, true, true, 0)),
                    call(2, "fussy"));
            for (ScenarioVersionId version : List.of(careful, careless)) {
                node.runs().start(order(version));
                await().atMost(PATIENCE).until(() -> node.incompletes().open().containsKey(world.scenario(version)));
            }
            Started lost = node.runs().start(order(careless));
            assertThat(lost.ended(PATIENCE)).hasValueSatisfying(run -> {
                assertThat(run.status()).isEqualTo(RunStatus.WARNING);
                assertThat(run.error()).map(RunError::kind).contains("OutOfSpaceError");
            });
            assertThat(world.switchedOff).isEmpty();

            node.runs().start(order(careful));
            await().atMost(PATIENCE).until(() -> world.switchedOff.containsKey(world.scenario(careful)));
            assertThat(node.incompletes().open())
                    .as("the one too many is kept all the same")
                    .containsEntry(world.scenario(careful), 2)
                    .containsEntry(world.scenario(careless), 1);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void confidentialDataAreKeptUntilTheBundleIsThroughAndNoLonger(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId version =
                    world.version(RunWorld.confidential(), breaks(0, Duration.ZERO), call(2, "echo"), call(3, "shaky"));
            Started started = node.runs().start(order(version));
            assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.WARNING);
            Incomplete item = awaitOne(node, Incomplete.State.UNRESOLVED);
            assertThat(node.runs().input(started.id())).as("needed to go on").isPresent();
            world.modules.shaking = false;
            RunId own = goesOn(node.incompletes().retry(item.id(), Edits.NONE));
            awaitEnd(node, own, RunStatus.SUCCESS);
            assertThat(node.runs().input(started.id())).as("needed no more").isEmpty();
            assertThat(node.runs().outputs(started.id(), 2, 1)).containsExactly(Fields.EMPTY);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsIncompleteOrGoesOnSurvivesTheEndOfItsProcess(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node dying = world.node();
            ScenarioVersionId version =
                    world.version(Settings.DEFAULT, call(2, "effect"), call(3, "shaky"), call(4, "gate"));
            Started started = dying.runs().start(order(version));
            Incomplete item = awaitOne(dying, Incomplete.State.SCHEDULED);
            world.modules.shaking = false;
            world.modules.arrived = new CountDownLatch(1);
            goesOn(dying.incompletes().retry(item.id(), Edits.NONE));
            assertThat(world.modules.arrived.await(20, TimeUnit.SECONDS)).isTrue();
            RunWorld.Node heir = world.node();
            world.takeOver(dying, heir);
            world.modules.gate.release(2);

            awaitEnd(heir, started.id(), RunStatus.SUCCESS);
            String run = started.id() + " ";
            assertThat(world.modules.calls).filteredOn((run + "2#0")::equals).hasSize(1);
            assertThat(world.modules.calls)
                    .as("what came through when it was tried again is not repeated")
                    .filteredOn((run + "3#0")::equals)
                    .hasSize(2);
            assertThat(heir.incompletes().find(item.id()).map(Incomplete::state))
                    .contains(Incomplete.State.RESOLVED);
        }
    }

    private static RunId goesOn(Incompletes.RetryAnswer answer) {
        assertThat(answer).isInstanceOf(Incompletes.RetryAnswer.GoesOn.class);
        return ((Incompletes.RetryAnswer.GoesOn) answer).run();
    }

    private static Incomplete awaitOne(RunWorld.Node node, Incomplete.State state) {
        await().atMost(PATIENCE)
                .until(() -> node.incompletes().list(IncompleteQuery.open(9)).items().stream()
                        .anyMatch(item -> item.state() == state));
        return node.incompletes().list(IncompleteQuery.open(9)).items().getFirst();
    }

    private static void awaitEnd(RunWorld.Node node, RunId run, RunStatus status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.runs().find(run))
                        .hasValueSatisfying(
                                it -> assertThat(it.status()).as(it.toString()).isEqualTo(status)));
    }
}
