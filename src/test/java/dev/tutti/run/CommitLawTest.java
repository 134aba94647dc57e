package dev.tutti.run;

import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.Step;
import dev.tutti.testing.Database;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is owed before the answer; k calls with effects cost k + 1 commits. */
class CommitLawTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void aPureRunIsOneCommitOneRowAndOneChunkBeforeTheAnswer(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            var version = world.plan(call(2, "pure"), call(3, "reply"), call(4, "pure"));
            long before = node.commits();

            Started started = node.runs().start(order(version));

            assertThat(started.answer(PATIENCE))
                    .isInstanceOfSatisfying(
                            Started.Answer.Replied.class,
                            answer -> assertThat(answer.reply().status()).isEqualTo(201));
            assertThat(node.commits() - before).isEqualTo(1);
            assertThat(world.count("select count(*) from run where ended_at is not null"))
                    .isEqualTo(1);
            assertThat(world.count("select count(*) from run_chunk where input is not null"))
                    .isEqualTo(1);
            assertThat(world.count("select count(*) from run_chunk")).isEqualTo(1);
            assertThat(world.count("select count(*) from scheduled_tasks where task_name = 'run'"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void aRunWithEffectsCostsOneCommitMoreThanItHasEffects(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            for (int effects : List.of(0, 1, 3, 7)) {
                Step[] steps = Stream.concat(
                                Stream.of(call(2, "pure")),
                                IntStream.range(0, effects)
                                        .boxed()
                                        .flatMap(i -> Stream.of(call(10 + i, "effect"), call(30 + i, "pure"))))
                        .toArray(Step[]::new);
                var version = world.plan(steps);
                long before = node.commits();

                Started started = node.runs().start(order(version));

                assertThat(started.answer(PATIENCE)).isInstanceOf(Started.Answer.Accepted.class);
                assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS);
                assertThat(node.commits() - before).as("%s effects", effects).isEqualTo(effects + 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void theRunIsDurableBeforeItsFirstEffectHappens(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            List<Long> rows = new java.util.concurrent.CopyOnWriteArrayList<>();
            world.modules.beforeEffect = () -> {
                try {
                    rows.add(world.count("select count(*) from run where ended_at is null"));
                    rows.add(world.count("select coalesce(sum(entries), 0) from run_chunk"));
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            };

            Started started =
                    node.runs().start(order(world.plan(call(2, "pure"), call(3, "effect"), call(4, "effect"))));
            started.ended(PATIENCE);

            assertThat(rows).containsExactly(1L, 1L, 1L, 2L);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void manyRunsShareTheirCommits(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            var version = world.plan(call(2, "pure"));
            long before = node.commits();

            List<Started> all = IntStream.range(0, 200)
                    .mapToObj(i -> node.runs().start(order(version)))
                    .toList();

            assertThat(all)
                    .allSatisfy(started ->
                            assertThat(started.answer(PATIENCE)).isInstanceOf(Started.Answer.Accepted.class));
            assertThat(node.commits() - before).isLessThan(200);
            assertThat(world.count("select count(*) from run where ended_at is not null"))
                    .isEqualTo(200);
        }
    }
}
