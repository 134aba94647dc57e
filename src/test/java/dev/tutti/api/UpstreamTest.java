package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.BlueprintJson;
import dev.tutti.value.Json;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which modules' data can be mapped into a module. */
class UpstreamTest {

    private static final String FLOW = "{'from': 1, 'to': 2}, {'from': 2, 'to': 3}";

    @Test
    void theNearestComesFirstAndWhatLiesOnSomeWaysOnlyMayBeMissing() {
        Blueprint blueprint = blueprint(
                5,
                "{'from': 1, 'to': 2}, {'from': 2, 'to': 3}, {'from': 2, 'to': 4, 'order': 2}, {'from': 3, 'to': 5},"
                        + " {'from': 4, 'to': 5}",
                "");

        assertThat(before(blueprint, 5)).containsExactly("3?", "4?", "2", "1");
    }

    @Test
    void aRouteForFailuresSeesWhatLiesBeforeTheModuleAndItsError() {
        Blueprint blueprint = blueprint(5, FLOW + ", {'from': 2, 'to': 4, 'error': true}, {'from': 4, 'to': 5}", "");

        assertThat(before(blueprint, 5)).containsExactly("4", "2!", "1");
        assertThat(before(blueprint, 3)).containsExactly("2", "1");
    }

    @Test
    void aRouteOfAGroupSeesWhatItsModulesMayHaveReturned() {
        Blueprint blueprint = blueprint(4, FLOW, "'groups': [{'id': 'g', 'modules': [2, 3], 'handler': 4}],");

        assertThat(before(blueprint, 4)).containsExactlyInAnyOrder("2", "3?", "1");
    }

    @Test
    void theRouteOfTheScenarioSeesWhatAnyModuleMayHaveReturned() {
        Blueprint blueprint = blueprint(5, FLOW + ", {'from': 4, 'to': 5}", "'settings': {'handler': 4},");

        assertThat(before(blueprint, 5)).contains("4", "3?", "2?", "1");
    }

    @Test
    void twoThousandModulesAreNoMatter() {
        Blueprint blueprint = blueprint(
                2_000,
                IntStream.range(1, 1_999)
                        .mapToObj(no -> "{'from': " + no + ", 'to': " + (no + 1) + "}")
                        .collect(Collectors.joining(", ")),
                "'settings': {'handler': 2000},");

        assertThat(before(blueprint, 2_000)).hasSize(1_999);
        long begun = System.nanoTime();
        before(blueprint, 2_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    private static List<String> before(Blueprint blueprint, int no) {
        return Upstream.of(blueprint, no).stream()
                .map(each -> each.module().no() + (each.always() ? "" : "?") + (each.failed() ? "!" : ""))
                .toList();
    }

    private static Blueprint blueprint(int modules, String links, String more) {
        String nodes = IntStream.rangeClosed(1, modules)
                .mapToObj(no -> "{'no': " + no + ", 'module': 'a:b'}")
                .collect(Collectors.joining(", "));
        String json = "{" + more + "'modules': [" + nodes + "], 'links': [" + links + "]}";
        return ((BlueprintJson.Read) BlueprintJson.read(
                        Json.parse(json.replace('\'', '"')).value().orElseThrow()))
                .blueprint();
    }
}
