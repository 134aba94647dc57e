package dev.tutti.run;

import static dev.tutti.run.RunWorld.call;
import static dev.tutti.run.RunWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.FailureRules;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Settings;
import dev.tutti.testing.Database;
import dev.tutti.value.Fields;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios that are switched off after errors in a row, and those that are not. */
class ErrorsInARowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOTH = "dev.tutti.testing.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void onlyErrorsInARowCountAndOnlyWhereTheOwnerWantsIt(Database where) throws Exception {
        try (RunWorld world = new RunWorld(where.migrated())) {
            RunWorld.Node node = world.node();
            ScenarioVersionId watched = world.version(rules(3), call(2, "second"));
            ScenarioVersionId free = world.version(rules(0), call(2, "fail"));
            Iterator<Boolean> good =
                    List.of(false, false, true, false, false, false).iterator();
            world.modules.second = (Fields input) -> good.next();
            for (int i = 0; i < 5; i++) {
                run(node, watched);
                run(node, free);
            }
            assertThat(world.switchedOff).as("a good run lies between them").isEmpty();
            run(node, watched);
            assertThat(world.switchedOff).containsOnlyKeys(world.scenario(watched));
            assertThat(world.switchedOff.get(world.scenario(watched))).hasToString("3 runs in a row ended as errors.");
        }
    }

    private static void run(RunWorld.Node node, ScenarioVersionId version) {
        assertThat(node.runs().start(order(version)).ended(PATIENCE)).isPresent();
    }

    private static Settings rules(int maxErrors) {
        return Settings.DEFAULT.with(new FailureRules(OptionalInt.empty(), false, false, true, true, maxErrors));
    }
}
