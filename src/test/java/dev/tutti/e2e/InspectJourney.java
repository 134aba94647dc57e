package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** After a run every module tells what it got and what it gave, bundle by bundle. */
class InspectJourney {

    private static final String THREE = """
            {"modules":[
              {"no":1,"module":"json:parse","version":1,"at":[80,160],"values":{"json":"[{\\"id\\":1},{\\"id\\":2},{\\"id\\":3}]"}},
              {"no":2,"module":"http:request","version":1,"at":[408,160],"values":{"url":"%s/{{1.id}}","method":"GET"}}],
             "links":[{"from":1,"to":2,"order":1}],"notes":[],"settings":{}}
            """;

    @Test
    void threeBundlesShowAsThreeOperationsAndThreeRows() {
        try (Stub stub = new Stub();
                Visit visit = Visit.owner(Locale.ENGLISH)) {
            Editor editor = Editor.drawn(visit, "Inspect", THREE.formatted(stub.url("/suppliers")));
            visit.testid("run-once").click();
            editor.awaitRun("success");
            assertThat(stub.asked()).containsExactly("/suppliers/1", "/suppliers/2", "/suppliers/3");
            assertThat(visit.testid("bubble-1")).containsText("✓ 1");
            assertThat(visit.testid("bubble-2")).containsText("✓ 3");

            visit.testid("bubble-1").click();
            visit.button(visit.t("mapping.inspect.table")).click();
            assertThat(visit.testid("inspector-output").locator("tbody tr")).hasCount(3);

            visit.testid("bubble-2").click();
            assertThat(visit.testid("inspector-output").locator("tbody tr")).hasCount(3);
            visit.button(visit.t("mapping.inspect.json")).click();
            String json = visit.testid("inspector-output").locator("pre").textContent();
            List<String> suppliers = new ArrayList<>();
            JsonMapper.shared()
                    .readTree(json)
                    .forEach(bundle ->
                            suppliers.add(bundle.path("data").path("name").asString()));
            assertThat(suppliers).containsExactly("Atelier Morel", "Atelier Morel", "Atelier Morel");

            editor.tab("editor.tab.input");
            visit.button(visit.t("mapping.inspect.tree")).click();
            for (int bundle = 1; bundle <= 3; bundle++) {
                visit.testid("inspector-input")
                        .getByRole(AriaRole.OPTION)
                        .nth(bundle - 1)
                        .click();
                assertThat(visit.testid("inspector-input")).containsText(stub.url("/suppliers/" + bundle));
            }
        }
    }
}
