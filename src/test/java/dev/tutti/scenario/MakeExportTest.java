package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from Make goes back to Make. */
class MakeExportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-reply",
                "lines-to-table",
                "http-v3",
                "http-v4",
                "variables",
                "fallback-routes",
                "nested-routers",
                "filters",
                "text-aggregator",
                "unknown-apps",
                "made-up",
                "if-else-merge"
            })
    void whatNobodyChangedGoesBackAsItWas(String name) {
        Takeover taken = Takeover.file("make/" + name);

        assertSame(taken.exported(), Takeover.json("make/" + name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-reply",
                "lines-to-table",
                "http-v3",
                "http-v4",
                "variables",
                "fallback-routes",
                "nested-routers",
                "filters",
                "text-aggregator",
                "api-wrapper",
                "text-wrapper",
                "fragment",
                "unknown-apps",
                "made-up",
                "hostile-numbers",
                "if-else-merge"
            })
    void whatWentBackComesInTheSame(String name) {
        Takeover taken = Takeover.file("make/" + name);

        Takeover again = Takeover.of(taken.exported());

        Settings settings = taken.blueprint().settings();
        assertThat(again.blueprint().modules()).isEqualTo(taken.blueprint().modules());
        assertThat(again.blueprint().links()).isEqualTo(taken.blueprint().links());
        assertThat(again.blueprint().notes()).isEqualTo(taken.blueprint().notes());
        assertThat(again.blueprint().settings().failures()).isEqualTo(settings.failures());
        assertThat(again.blueprint().settings().schedule()).isEqualTo(settings.schedule());
        assertSame(again.exported(), taken.exported());
    }

    static void assertSame(Fields one, Fields other) {
        if (!one.equals(other)) {
            assertThat(Json.writePretty(sorted(one))).isEqualTo(Json.writePretty(sorted(other)));
        }
    }

    private static Fields sorted(Fields fields) {
        Fields.Builder sorted = Fields.builder();
        fields.fields().keySet().stream().sorted().forEach(key -> sorted.put(key, sorted(fields.get(key))));
        return sorted.build();
    }

    private static dev.tutti.value.Value sorted(dev.tutti.value.Value value) {
        return switch (value) {
            case Fields fields -> sorted(fields);
            case dev.tutti.value.Items(List<dev.tutti.value.Value> items) ->
                new dev.tutti.value.Items(
                        items.stream().map(MakeExportTest::sorted).toList());
            default -> value;
        };
    }
}
