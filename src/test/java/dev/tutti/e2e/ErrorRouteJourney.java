package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What happens if a module fails is said on the canvas: from the error itself, from the module, for a group of modules. */
class ErrorRouteJourney {

    /** The second of three suppliers is not there. */
    private static final String SUPPLIERS = """
            {"modules":[
              {"no":1,"module":"json:parse","version":1,"at":[80,160],"values":{"json":"[{\\"id\\":1},{\\"id\\":\\"missing\\"},{\\"id\\":3}]"}},
              {"no":2,"module":"http:request","version":1,"at":[408,160],"values":{"url":"%s/{{1.id}}","method":"GET"}},
              {"no":3,"module":"tools:compose","version":1,"at":[736,160],"values":{"text":"status {{2.statusCode}}"}}],
             "links":[{"from":1,"to":2,"order":1},{"from":2,"to":3,"order":1}],"notes":[],"settings":{"incompletes":false}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aFallbackValueChosenBesideTheErrorLetsTheRunGoOn(String language) {
        try (Stub stub = new Stub();
                Visit visit = Visit.owner(Locale.of(language))) {
            Editor editor = Editor.drawn(visit, "Suppliers", SUPPLIERS.formatted(stub.url("/suppliers")));
            visit.testid("run-once").click();
            editor.awaitRun("error");
            assertThat(stub.asked()).containsExactly("/suppliers/1", "/suppliers/missing");

            visit.testid("bubble-2").click();
            visit.testid("inspector-output").getByRole(AriaRole.OPTION).nth(1).click();
            visit.testid("fix-resume").click();
            assertThat(editor.module(4)).isVisible();
            visit.testid("resume-hints").getByText("+ statusCode").click();
            editor.write("fields.0.value", "404");
            editor.awaitSaved();
            JsonNode route = link(editor, 2, 4);
            assertThat(route.path("error").asBoolean()).isTrue();
            assertThat(route.path("errors").toString()).isEqualTo("[\"DataError\"]");
            below(editor.module(2), editor.module(4));

            visit.testid("run-once").click();
            editor.awaitRun("success");
            assertThat(editor.module(2)).hasAttribute("data-status", "warning");
            assertThat(editor.module(4)).hasAttribute("data-status", "ok");
            visit.testid("bubble-3").click();
            visit.button(visit.t("mapping.inspect.json")).click();
            assertThat(visit.testid("inspector-output").locator("pre")).containsText("status 404");
            assertThat(visit.testid("bubble-3")).containsText("✓ 3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void routesForErrorsAreMadeOrderedAndUndoneByKeys(String language) {
        try (Stub stub = new Stub();
                Visit visit = Visit.owner(Locale.of(language))) {
            Editor editor = Editor.drawn(visit, "Keys", SUPPLIERS.formatted(stub.url("/suppliers")));
            editor.module(2).getByRole(AriaRole.BUTTON).first().focus();
            visit.page().keyboard().press("e");
            assertThat(visit.testid("fail-menu")).isVisible();
            visit.page().keyboard().press("ArrowDown");
            visit.page().keyboard().press("Enter");
            assertThat(editor.module(4)).containsText(visit.t("editor.fails.keep"));

            visit.testid("fail-2").click();
            visit.testid("menu-fails-ignore").click();
            assertThat(editor.module(5)).containsText(visit.t("editor.fails.ignore"));
            editor.open(2);
            visit.testid("handler-5").getByLabel(visit.t("editor.link.earlier")).click();
            visit.testid("handler-5").getByRole(AriaRole.BUTTON).first().click();
            visit.testid("errors-some").click();
            visit.testid("error-RateLimitError").check();
            editor.awaitSaved();
            assertThat(link(editor, 2, 5).path("order").asInt()).isEqualTo(1);
            assertThat(link(editor, 2, 5).path("errors").toString()).isEqualTo("[\"RateLimitError\"]");
            assertThat(link(editor, 2, 4).path("order").asInt()).isEqualTo(2);

            editor.open(2);
            visit.page().keyboard().press("Escape");
            editor.module(2).getByRole(AriaRole.BUTTON).first().focus();
            visit.page().keyboard().press("Delete");
            assertThat(editor.module(4)).hasCount(0);
            assertThat(editor.module(5)).hasCount(0);
            visit.page().keyboard().press("ControlOrMeta+Z");
            assertThat(editor.module(4)).isVisible();
            assertThat(editor.module(5)).isVisible();
            editor.awaitSaved();
            assertThat(link(editor, 2, 5).path("errors").toString()).isEqualTo("[\"RateLimitError\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aGroupAndTheWholeScenarioHaveHandlersOfTheirOwn(String language) {
        try (Stub stub = new Stub();
                Visit visit = Visit.owner(Locale.of(language))) {
            Editor editor = Editor.drawn(visit, "Groups", SUPPLIERS.formatted(stub.url("/suppliers")));
            editor.module(2).getByRole(AriaRole.BUTTON).first().focus();
            visit.page().keyboard().press("Shift+ArrowRight");
            visit.page().keyboard().press("g");
            visit.testid("group-name").fill("Lookup");
            visit.testid("add-handler").click();
            visit.testid("menu-fails-ignore").click();
            assertThat(editor.module(4)).isVisible();
            editor.awaitSaved();
            JsonNode group = editor.blueprint().path("groups").path(0);
            assertThat(group.path("name").asString()).isEqualTo("Lookup");
            assertThat(group.path("modules").toString()).isEqualTo("[2,3]");
            assertThat(group.path("handler").asInt()).isEqualTo(4);

            visit.testid("schedule").click();
            visit.testid("settings-errors").getByTestId("add-handler").click();
            visit.testid("menu-fails-keep").click();
            assertThat(visit.testid("catch-all")).isVisible();
            editor.awaitSaved();
            assertThat(editor.blueprint().path("settings").path("handler").asInt())
                    .isEqualTo(5);

            visit.testid("run-once").click();
            editor.awaitRun("success");
            assertThat(editor.module(4)).hasAttribute("data-status", "ok");
            assertThat(visit.testid("bubble-3")).containsText("✓ 2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aRunThatStoppedGoesOnWithACorrectedInput(String language) {
        try (Stub stub = new Stub();
                Visit visit = Visit.owner(Locale.of(language))) {
            Editor editor = Editor.drawn(
                    visit,
                    "Stopped",
                    SUPPLIERS.formatted(stub.url("/suppliers")).replace("\"incompletes\":false", ""));
            visit.testid("run-once").click();
            editor.awaitRun("incomplete");
            visit.testid("resume").click();
            visit.awaitPath("/runs/\\d+\\?incomplete=\\d+");
            assertThat(visit.testid("incomplete")).containsText(visit.t("editor.incomplete.again"));
            assertThat(editor.module(2)).hasAttribute("data-status", "error");
            Locator address = visit.testid("incomplete-input").locator("[name='url']");
            assertThat(address).hasValue(stub.url("/suppliers/missing"));
            address.fill(stub.url("/suppliers/2"));
            visit.testid("continue").click();
            visit.awaitPath("/runs/\\d+$");
            editor.awaitRun("success");
            assertThat(visit.testid("bubble-3")).containsText("✓ 3");
            assertThat(stub.asked())
                    .containsExactly("/suppliers/1", "/suppliers/missing", "/suppliers/2", "/suppliers/3");
        }
    }

    private static JsonNode link(Editor editor, int from, int to) {
        for (JsonNode link : editor.blueprint().path("links")) {
            if (link.path("from").asInt() == from && link.path("to").asInt() == to) {
                return link;
            }
        }
        throw new AssertionError("no link from " + from + " to " + to);
    }

    private static void below(Locator module, Locator handler) {
        assertThat(handler.boundingBox().y).isGreaterThan(module.boundingBox().y + module.boundingBox().height);
    }
}
