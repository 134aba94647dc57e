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
import dev.tutti.scenario.FailureRules;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Settings;
import dev.tutti.testing.Database;
import dev.tutti.value.Fields;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all that is incomplete: who waits for it, how much of it there may be, how long its data stay. */
class IncompleteRulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOTH = "dev.tutti.testing.Databases#both";

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
}
