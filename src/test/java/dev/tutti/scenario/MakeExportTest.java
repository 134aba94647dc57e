package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** Says what differs by its path, instead of showing two whole files. */
    static void assertSame(Fields one, Fields other) {
        List<String> differences = new ArrayList<>();
        compare("", one, other, differences);
        assertThat(differences).isEmpty();
    }

    private static void compare(String path, Value one, Value other, List<String> differences) {
        if (one instanceof Fields fields && other instanceof Fields others) {
            Set<String> keys = new TreeSet<>(fields.fields().keySet());
            keys.addAll(others.fields().keySet());
            keys.forEach(key -> {
                if (fields.has(key) != others.has(key)) {
                    differences.add(path + "." + key + (fields.has(key) ? " is too much" : " is missing"));
                } else {
                    compare(path + "." + key, fields.get(key), others.get(key), differences);
                }
            });
        } else if (one instanceof Items items && other instanceof Items others && items.size() == others.size()) {
            for (int i = 0; i < items.size(); i++) {
                compare(path + "[" + i + "]", items.get(i), others.get(i), differences);
            }
        } else if (!one.equals(other)) {
            differences.add(path + " is " + Json.write(one) + " and not " + Json.write(other));
        }
    }
}
