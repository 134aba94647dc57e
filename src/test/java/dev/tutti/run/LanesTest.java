package dev.tutti.run;

import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.Pace;
import dev.tutti.testing.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario whose runs wait for each other. */
class LanesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void noMoreRunsGoOnAtOnceThanTheOwnerWants(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            Pace two = new Pace(1, OptionalInt.of(2), OptionalInt.empty(), OptionalInt.empty());
            var version = world.version(RunWorld.ending().with(two), call(2, "gate"));
            world.modules.arrived = new CountDownLatch(2);
            List<Started> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Started started = node.runs().start(order(version));
                assertThat(started.accepted()).isTrue();
                all.add(started);
            }
            assertThat(world.modules.arrived.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(world.count("select count(*) from run where status = 1")).isEqualTo(2);
            assertThat(world.count("select count(*) from run where status = 0")).isEqualTo(3);
            world.modules.gate.release(5);
            all.forEach(started ->
                    assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void runsOfALaneGoOneByOneInTheOrderOfTheirArrivalAlsoWhenTheySleep(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            var version = world.version(RunWorld.sequential(), call(2, "effect"), call(3, "sleep"), call(4, "effect"));

            List<Started> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Started started = node.runs().start(order(version));
                assertThat(started.accepted()).isTrue();
                all.add(started);
            }
            all.forEach(started ->
                    assertThat(started.ended(PATIENCE)).map(Run::status).contains(RunStatus.SUCCESS));

            List<String> expected = all.stream()
                    .flatMap(started -> List.of(started.id() + " 2#0", started.id() + " 4#0").stream())
                    .toList();
            assertThat(world.modules.calls).isEqualTo(expected);
        }
    }
}
