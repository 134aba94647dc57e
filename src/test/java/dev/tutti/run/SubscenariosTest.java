package dev.tutti.run;

import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tutti.engine.Mapping;
import dev.tutti.engine.Step;
import dev.tutti.scenario.Parameter;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Settings;
import dev.tutti.testing.Database;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios that call scenarios. */
class SubscenariosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOTH = "dev.tutti.testing.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void theCallerLeavesMemoryAndGoesOnWithTheOutputs(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId callee = world.plan(call(2, "gate"), outputs(3, "done"));
            ScenarioVersionId caller = world.plan(call(2, "effect"), calls(3, world, callee, true), call(4, "effect"));
            Started started = node.runs().start(order(caller));
            assertThat(world.modules.arrived.await(20, TimeUnit.SECONDS)).isTrue();
            await().atMost(PATIENCE)
                    .until(() -> node.runs().find(started.id()).orElseThrow().status() == RunStatus.WAITING);
            await().atMost(PATIENCE)
                    .until(() ->
                            node.parts().executions().find(started.id().value()).isEmpty());

            world.modules.gate.release();

            assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS);
            Run child = child(node, world, callee);
            assertThat(child.parentRun()).contains(started.id());
            assertThat(child.cause()).isEqualTo(Cause.CALL);
            assertThat(node.runs().outputs(started.id(), 3, 10)).containsExactly(Fields.of("said", Text.of("done")));
            assertThat(world.modules.calls)
                    .filteredOn(it -> it.startsWith(started.id() + " "))
                    .hasSize(2);
            assertThat(world.count("select count(*) from run_signal")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aCallerWhoseProcessDiesWhileItWaitsGoesOnAllTheSame(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node dying = world.node();
            ScenarioVersionId callee = world.plan(call(2, "gate"), outputs(3, "late"));
            ScenarioVersionId caller = world.plan(call(2, "effect"), calls(3, world, callee, true), call(4, "effect"));
            Started started = dying.runs().start(order(caller));
            assertThat(world.modules.arrived.await(20, TimeUnit.SECONDS)).isTrue();
            await().atMost(PATIENCE)
                    .until(() -> dying.runs().find(started.id()).orElseThrow().status() == RunStatus.WAITING);
            RunWorld.Node heir = world.node();
            world.takeOver(dying, heir);
            world.modules.gate.release(2);

            await().atMost(PATIENCE)
                    .until(() -> heir.runs().find(started.id()).orElseThrow().status() == RunStatus.SUCCESS);
            assertThat(heir.runs().newest(world.scenario(callee), 9))
                    .as("called once")
                    .hasSize(1);
            assertThat(heir.runs().outputs(started.id(), 3, 10)).containsExactly(Fields.of("said", Text.of("late")));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void nobodyWaitsForACallWithoutOutputs(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId callee = world.plan(call(2, "gate"));
            ScenarioVersionId caller = world.plan(calls(2, world, callee, false));
            Started started = node.runs().start(order(caller));
            assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS);
            assertThat(world.modules.arrived.await(20, TimeUnit.SECONDS)).isTrue();
            world.modules.gate.release();
            await().atMost(PATIENCE).until(() -> child(node, world, callee).status() == RunStatus.SUCCESS);
            assertThat(child(node, world, callee).parentRun()).contains(started.id());
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatGoesWrongInTheCalledScenarioFailsTheCall(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId callee = world.plan(call(2, "fail"));
            Run run = node.runs()
                    .start(order(world.plan(calls(2, world, callee, true))))
                    .ended(PATIENCE)
                    .orElseThrow();
            assertThat(run.status()).isEqualTo(RunStatus.ERROR);
            assertThat(run.error()).hasValueSatisfying(error -> {
                assertThat(error.kind()).isEqualTo("DataError");
                assertThat(error.message(java.util.Locale.ENGLISH)).contains("failed: It does not fit");
                assertThat(error.message(java.util.Locale.FRENCH)).contains("a échoué");
            });
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aCallThatIsTriedAgainCallsAnew(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId callee = world.plan(call(2, "shaky"), outputs(3, "there"));
            ScenarioVersionId caller = world.version(Settings.DEFAULT, calls(2, world, callee, true));
            Started started = node.runs().start(order(caller));
            await().atMost(PATIENCE)
                    .until(() -> node.runs().find(started.id()).orElseThrow().status() == RunStatus.INCOMPLETE);
            world.modules.shaking = false;
            Incomplete item =
                    node.incompletes().list(IncompleteQuery.open(1)).items().getFirst();
            node.incompletes().retry(item.id(), dev.tutti.engine.Edits.NONE);
            await().atMost(PATIENCE)
                    .until(() -> node.runs().find(started.id()).orElseThrow().status() == RunStatus.SUCCESS);
            assertThat(node.runs().newest(world.scenario(callee), 9))
                    .extracting(Run::status)
                    .containsExactly(RunStatus.SUCCESS, RunStatus.ERROR);
            assertThat(node.runs().outputs(started.id(), 2, 10)).containsExactly(Fields.of("said", Text.of("there")));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aScenarioThatIsOffOrCallsItselfWithoutEndIsRefused(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId off = world.plan(call(2, "effect"));
            world.off.add(world.scenario(off));
            assertThat(error(node, world.plan(calls(2, world, off, true)))).contains("is off");

            ScenarioVersionId strict = world.version(
                    RunWorld.ending().with(List.of(Parameter.of("age", Parameter.Type.INTEGER, true)), List.of()),
                    call(2, "effect"));
            assertThat(error(node, world.plan(calls(2, world, strict, true)))).isEqualTo("The input “age” is missing.");

            Fields[] self = {Fields.EMPTY};
            world.modules.arguments = () -> self[0];
            ScenarioVersionId endless = world.plan(call(2, "callAgain"));
            self[0] = Fields.of("scenario", Text.of(world.scenario(endless).toString()));
            Run run = node.runs().start(order(endless)).ended(PATIENCE).orElseThrow();
            assertThat(run.status()).isEqualTo(RunStatus.ERROR);
            assertThat(node.runs().newest(world.scenario(endless), 99)).hasSize(Subscenarios.DEEPEST);
        }
    }

    private static String error(RunWorld.Node node, ScenarioVersionId version) {
        Run run = node.runs().start(order(version)).ended(PATIENCE).orElseThrow();
        return run.error().orElseThrow().message();
    }

    private static Run child(RunWorld.Node node, RunWorld world, ScenarioVersionId callee) {
        return node.runs().newest(world.scenario(callee), 1).getFirst();
    }

    private static Step outputs(int id, String said) {
        return new Step.Return(id, new Mapping.Constant(Fields.of("said", Text.of(said))));
    }

    private static Step calls(int id, RunWorld world, ScenarioVersionId callee, boolean wait) {
        Fields input = Fields.of(
                "scenario", Text.of(world.scenario(callee).toString()), "wait", dev.tutti.value.Bool.of(wait));
        return new Step.Call(id, "call", 1, new Mapping.Constant(input), Optional.empty(), false);
    }
}
