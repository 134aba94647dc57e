package dev.tutti.run;

import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tutti.engine.Edits;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Settings;
import dev.tutti.testing.Database;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Visits every step a run can take from one status to another, and none that it cannot. */
class RunLifecycleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Set<String> visited = new HashSet<>();

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void everyTransitionIsVisited(Database where) throws Exception {
        visited.clear();
        try (RunWorld world = new RunWorld(where.migrated())) {
            endsAtOnce(world);
            sleepsAndGoesOn(world);
            isStoppedWhileItRunsSleepsAndQueues(world);
            queuesBehindAnotherAndIsTakenOver(world);
            standsIncompleteAndGoesOnOrIsGivenUp(world);
        }
        Set<String> possible = new HashSet<>();
        for (RunStatus from : RunStatus.values()) {
            for (RunStatus to : RunStatus.values()) {
                if (from.mayBecome(to)) {
                    possible.add(from + " " + to);
                }
            }
        }
        assertThat(visited).isEqualTo(possible);
    }

    private void endsAtOnce(RunWorld world) throws Exception {
        RunWorld.Node node = world.node();
        assertThat(end(node, world.plan(call(2, "effect")))).isEqualTo(RunStatus.SUCCESS);
        visit(RunStatus.RUNNING, RunStatus.SUCCESS);
        Started failing = node.runs().start(order(world.plan(call(2, "effect"), call(3, "fail"))));
        Run failed = failing.ended(PATIENCE).orElseThrow();
        assertThat(failed.status()).isEqualTo(RunStatus.ERROR);
        assertThat(failed.error()).hasValueSatisfying(error -> {
            assertThat(error.module()).hasValue(3);
            assertThat(error.message()).isEqualTo("It does not fit");
            assertThat(error.advice()).contains("Make it fit");
        });
        assertThat(node.runs().find(failed.id())).contains(failed);
        visit(RunStatus.RUNNING, RunStatus.ERROR);
    }

    private void sleepsAndGoesOn(RunWorld world) throws Exception {
        world.closeNodes();
        RunWorld.Node node = world.node();
        List<RunStatus> seen = new ArrayList<>();
        ScenarioVersionId version = world.plan(call(2, "effect"), call(3, "sleep"), call(4, "effect"));
        CountDownLatch over = new CountDownLatch(1);
        try (LiveEvents.Watch watch = node.node().live.scenario(world.scenario(version), event -> {
            switch (event.event()) {
                case LiveEvent.Began(Run run) -> seen.add(run.status());
                case LiveEvent.Finished(Run run) -> {
                    seen.add(run.status());
                    over.countDown();
                }
                default -> {}
            }
        })) {
            Started started = node.runs().start(order(version));
            assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS);
            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(node.runs().find(started.id()).orElseThrow().operations())
                    .isEqualTo(4);
        }
        assertThat(seen).contains(RunStatus.WAITING).endsWith(RunStatus.SUCCESS);
        visit(RunStatus.RUNNING, RunStatus.WAITING);
        visit(RunStatus.WAITING, RunStatus.RUNNING);
        assertThat(world.count("select count(*) from scheduled_tasks where task_instance = '-1'"))
                .isZero();
    }

    private void isStoppedWhileItRunsSleepsAndQueues(RunWorld world) throws Exception {
        world.closeNodes();
        RunWorld.Node node = world.node(1);
        world.modules.arrived = new CountDownLatch(1);
        Started running = node.runs().start(order(world.plan(call(2, "gate"), call(3, "effect"))));
        assertThat(world.modules.arrived.await(10, TimeUnit.SECONDS)).isTrue();
        Started queued = node.runs().start(order(world.plan(call(2, "gate"), call(3, "effect"))));
        assertThat(queued.accepted()).isTrue();
        // Somebody stops it before its turn comes: db-scheduler may have it first, then it is stopped where it runs.
        assertThat(node.runs().stop(queued.id())).isTrue();
        assertThat(node.runs().stop(running.id())).isTrue();
        world.modules.gate.release(2);
        assertThat(running.ended(PATIENCE)).map(Run::status).contains(RunStatus.STOPPED);
        assertThat(queued.ended(PATIENCE)).map(Run::status).contains(RunStatus.STOPPED);
        assertThat(node.runs().stop(running.id())).isFalse();
        visit(RunStatus.RUNNING, RunStatus.STOPPED);

        Started asleep = node.runs().start(order(world.plan(call(2, "nap"))));
        awaitStatus(node, asleep, RunStatus.WAITING);
        assertThat(node.runs().stop(asleep.id())).isTrue();
        assertThat(asleep.ended(PATIENCE)).map(Run::status).contains(RunStatus.STOPPED);
        visit(RunStatus.WAITING, RunStatus.STOPPED);

        world.modules.gate.drainPermits();
        ScenarioVersionId lane = world.version(RunWorld.sequential(), call(2, "gate"));
        world.modules.arrived = new CountDownLatch(1);
        Started first = node.runs().start(order(lane));
        Started second = node.runs().start(order(lane));
        assertThat(first.accepted() && second.accepted()).isTrue();
        assertThat(world.modules.arrived.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(node.runs().find(second.id())).map(Run::status).contains(RunStatus.QUEUED);
        assertThat(node.runs().stop(second.id())).isTrue();
        assertThat(second.ended(PATIENCE)).map(Run::status).contains(RunStatus.STOPPED);
        visit(RunStatus.QUEUED, RunStatus.STOPPED);
        world.modules.gate.release();
        assertThat(first.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS);
        visit(RunStatus.QUEUED, RunStatus.RUNNING);
    }

    private void queuesBehindAnotherAndIsTakenOver(RunWorld world) throws Exception {
        world.closeNodes();
        RunWorld.Node dying = world.node();
        world.modules.arrived = new CountDownLatch(1);
        Started started = dying.runs().start(order(world.plan(call(2, "effect"), call(3, "gate"), call(4, "effect"))));
        assertThat(world.modules.arrived.await(10, TimeUnit.SECONDS)).isTrue();
        world.abandon(dying);
        RunWorld.Node heir = world.node();
        assertThat(heir.lease().takeOver()).isGreaterThanOrEqualTo(0);
        // The heir looks by itself too: until its take-over is committed the old process may still begin a call.
        await().until(() -> world.isForgotten(dying));
        visit(RunStatus.RUNNING, RunStatus.QUEUED);
        world.modules.gate.release(2);

        awaitStatus(heir, started, RunStatus.SUCCESS);
        assertThat(world.modules.calls)
                .filteredOn(call -> call.equals(started.id() + " 2#0"))
                .as("the finished call is not repeated")
                .hasSize(1);
        assertThat(world.modules.calls)
                .filteredOn(call -> call.equals(started.id() + " 4#0"))
                .as("what follows happens once")
                .hasSize(1);
    }

    private void standsIncompleteAndGoesOnOrIsGivenUp(RunWorld world) throws Exception {
        world.closeNodes();
        RunWorld.Node node = world.node();
        ScenarioVersionId version = world.version(Settings.DEFAULT, call(2, "fussy"));
        Started stands = node.runs().start(order(version));
        awaitStatus(node, stands, RunStatus.INCOMPLETE);
        visit(RunStatus.RUNNING, RunStatus.INCOMPLETE);
        Incomplete item =
                node.incompletes().list(IncompleteQuery.open(1)).items().getFirst();
        Edits edits = new Edits(Optional.of(Fields.of("ok", Num.of(1))), Map.of());
        assertThat(node.incompletes().retry(item.id(), edits)).isInstanceOf(Incompletes.RetryAnswer.GoesOn.class);
        awaitStatus(node, stands, RunStatus.SUCCESS);
        visit(RunStatus.INCOMPLETE, RunStatus.QUEUED);
        Started givenUp = node.runs().start(order(version));
        awaitStatus(node, givenUp, RunStatus.INCOMPLETE);
        assertThat(node.runs().stop(givenUp.id())).isTrue();
        assertThat(givenUp.ended(PATIENCE)).map(Run::status).contains(RunStatus.STOPPED);
        assertThat(node.incompletes().open()).as("its item is given up, too").isEmpty();
        visit(RunStatus.INCOMPLETE, RunStatus.STOPPED);
        ScenarioVersionId breaks = world.version(Settings.DEFAULT, RunWorld.breaks(0, Duration.ZERO), call(2, "fussy"));
        assertThat(end(node, breaks)).isEqualTo(RunStatus.WARNING);
        visit(RunStatus.RUNNING, RunStatus.WARNING);
    }

    private static RunStatus end(RunWorld.Node node, ScenarioVersionId version) {
        return node.runs().start(order(version)).ended(PATIENCE).orElseThrow().status();
    }

    private static void awaitStatus(RunWorld.Node node, Started started, RunStatus wanted) throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        try (LiveEvents.Watch watch = node.node().live.run(started.id(), 0, event -> {
            if ((event.event() instanceof LiveEvent.Began(Run run) && run.status() == wanted)
                    || (event.event() instanceof LiveEvent.Finished(Run end) && end.status() == wanted)) {
                there.countDown();
            }
        })) {
            assertThat(there.await(30, TimeUnit.SECONDS))
                    .as(
                            "%s becomes %s, not %s",
                            started.id(), wanted, node.runs().find(started.id()))
                    .isTrue();
        }
    }

    private void visit(RunStatus from, RunStatus to) {
        assertThat(from.mayBecome(to)).as("%s to %s", from, to).isTrue();
        visited.add(from + " " + to);
    }
}
