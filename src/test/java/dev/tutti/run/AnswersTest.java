package dev.tutti.run;

import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Database;
import dev.tutti.value.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers are told, and when. */
class AnswersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void theFirstReplyWinsAndIsDurableBeforeItGoesOut(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();

            Started started = node.runs().start(order(world.plan(call(2, "reply"), call(3, "reply"), call(4, "gate"))));

            assertThat(started.answer(PATIENCE))
                    .isInstanceOfSatisfying(
                            Started.Answer.Replied.class,
                            answer -> assertThat(answer.reply().body()).isEqualTo(Text.of("said 2#0")));
            assertThat(node.runs().find(started.id())).map(Run::status).contains(RunStatus.RUNNING);
            assertThat(world.count("select sum(entries) from run_chunk")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void aRunThatEndsWithoutItsReplyIsAcceptedAndOneThatFailsBeforeItHasFailed(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            Started failed = node.runs().start(order(world.plan(call(2, "fail"), call(3, "reply"))));
            assertThat(failed.answer(PATIENCE)).isEqualTo(new Started.Answer.Failed(failed.id()));

            Started replied = node.runs().start(order(world.plan(call(2, "reply"), call(3, "fail"))));
            assertThat(replied.answer(PATIENCE)).isInstanceOf(Started.Answer.Replied.class);

            Started bug = node.runs().start(order(world.plan(call(2, "bug"), call(3, "reply"))));
            assertThat(bug.answer(PATIENCE)).isEqualTo(new Started.Answer.Failed(bug.id()));
            assertThat(bug.ended(PATIENCE).orElseThrow().status()).isEqualTo(RunStatus.ERROR);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void whoHasWaitedLongEnoughHearsAcceptedAndTheRunGoesOn(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            world.unaccepted = Duration.ofMillis(50);
            RunWorld.Node node = world.node();

            Started started = node.runs().start(order(world.plan(call(2, "gate"), call(3, "reply"))));
            assertThat(started.answer(Duration.ofMillis(300))).isInstanceOf(Started.Answer.Accepted.class);

            world.modules.gate.release();
            assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void aReplyAfterASleepStillReachesItsCaller(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();

            Started started = node.runs().start(order(world.plan(call(2, "sleep"), call(3, "reply"))));

            assertThat(started.answer(PATIENCE)).isInstanceOf(Started.Answer.Replied.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void whenTheDatabaseDoesNotConfirmNothingIsPromised(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            try (var connection = world.database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("alter table run_chunk rename to run_chunk_gone");
            }

            Started pure = node.runs().start(order(world.plan(call(2, "reply"))));
            assertThat(pure.answer(PATIENCE)).isInstanceOf(Started.Answer.Unavailable.class);
            assertThat(pure.accepted()).isFalse();
            Started effectful = node.runs().start(order(world.plan(call(2, "effect"), call(3, "reply"))));
            assertThat(effectful.answer(PATIENCE)).isInstanceOf(Started.Answer.Unavailable.class);

            assertThat(world.modules.calls)
                    .as("no effect without a durable run")
                    .isEmpty();
            assertThat(world.count("select count(*) from run")).isZero();
            try (var connection = world.database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("alter table run_chunk_gone rename to run_chunk");
            }
            assertThat(node.runs().start(order(world.plan(call(2, "reply")))).answer(PATIENCE))
                    .isInstanceOf(Started.Answer.Replied.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void aKeyThatWasUsedGivesTheRunThatExists(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            for (String module : List.of("pure", "effect")) {
                RunOrder once = new RunOrder(
                        world.plan(call(2, module)),
                        Cause.SCHEDULE,
                        Input.of(List.of()),
                        Optional.of("key of " + module),
                        Optional.empty());

                Started first = node.runs().start(once);
                assertThat(first.accepted()).isTrue();
                Started second = node.runs().start(once);

                assertThat(second.accepted()).isTrue();
                assertThat(second.id()).isEqualTo(first.id());
                assertThat(second.answer(PATIENCE)).isInstanceOf(Started.Answer.Accepted.class);
                first.ended(PATIENCE);
            }
            assertThat(world.count("select count(*) from run")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void beyondTheLimitRunsQueueAndAllOfThemEnd(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node(2);
            world.modules.arrived = new CountDownLatch(2);
            var version = world.plan(call(2, "gate"), call(3, "reply"));

            List<Started> all = IntStream.range(0, 30)
                    .mapToObj(i -> node.runs().start(order(version)))
                    .toList();
            assertThat(world.modules.arrived.await(10, TimeUnit.SECONDS)).isTrue();
            world.modules.gate.release(30);

            assertThat(all)
                    .allSatisfy(
                            started -> assertThat(started.answer(PATIENCE)).isInstanceOf(Started.Answer.Replied.class));
            assertThat(world.count("select count(*) from run where ended_at is not null"))
                    .isEqualTo(30);
        }
    }
}
