package dev.tutti.run;

import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that die, pause and come back. */
class TakeOverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aProcessThatWasTakenOverWritesNothingMoreAndIsToldSo() throws Exception {
        Database where = dev.tutti.testing.Databases.postgres().migrated();
        try (RunWorld world = new RunWorld(where)) {
            RunWorld.Node paused = world.node();
            world.modules.arrived = new CountDownLatch(1);
            Started started = paused.runs().start(order(world.plan(call(2, "gate"), call(3, "effect"))));
            assertThat(world.modules.arrived.await(10, TimeUnit.SECONDS)).isTrue();
            world.abandon(paused);
            RunWorld.Node heir = world.node();
            heir.lease().takeOver();

            world.modules.gate.release(2);

            assertThat(heir.runs().find(started.id())).isPresent();
            assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS);
            assertThat(paused.lost()).as("the paused one learns of it").isTrue();
            assertThat(world.modules.calls)
                    .filteredOn(call -> call.endsWith(" 3#0"))
                    .as("only the heir goes on")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void runsThatAFailedCommitLeftBehindAreTakenUpAgain(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            world.modules.arrived = new CountDownLatch(1);
            Started started = node.runs().start(order(world.plan(call(2, "gate"), call(3, "effect"))));
            assertThat(world.modules.arrived.await(10, TimeUnit.SECONDS)).isTrue();
            rename(world, "run_chunk", "run_chunk_gone");
            world.modules.gate.release(1);
            assertThat(node.runs().find(started.id())).map(Run::status).contains(RunStatus.RUNNING);
            while (node.parts().executions().find(started.id().value()).isPresent()) {
                Thread.onSpinWait();
            }
            rename(world, "run_chunk_gone", "run_chunk");
            world.modules.gate.release(1);

            assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS);
            assertThat(world.modules.calls)
                    .filteredOn(call -> call.endsWith(" 3#0"))
                    .hasSize(1);
        }
    }

    private static void rename(RunWorld world, String from, String to) throws Exception {
        try (var connection = world.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table " + from + " rename to " + to);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void aProcessThatEndsInPeaceGivesItsRunsBackAndRepeatsNoCall(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node leaving = world.node();
            var version = world.plan(call(2, "effect"), call(3, "gate"), call(4, "effect"));
            world.modules.arrived = new CountDownLatch(20);
            List<Started> all = IntStream.range(0, 20)
                    .mapToObj(i -> leaving.runs().start(order(version)))
                    .toList();
            assertThat(world.modules.arrived.await(10, TimeUnit.SECONDS)).isTrue();

            leaving.node().farewell();
            world.modules.gate.release(20);
            leaving.node().close();
            assertThat(leaving.runs().start(order(version)).answer(PATIENCE))
                    .isInstanceOf(Started.Answer.Unavailable.class);
            RunWorld.Node next = world.node();

            for (Started started : all) {
                CountDownLatch over = new CountDownLatch(1);
                try (LiveEvents.Watch watch = next.node().live.run(started.id(), 0, event -> {
                    if (event.event() instanceof LiveEvent.Finished) {
                        over.countDown();
                    }
                })) {
                    assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
                }
            }
            assertThat(world.modules.calls).doesNotHaveDuplicates().hasSize(60);
        }
    }
}
