package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What production runs and what is being drawn are two things, and both can be seen. */
class DraftAndLiveJourney {

    private static final String FORM = """
            {"modules":[
              {"no":1,"module":"webhook:receive","version":1,"at":[80,160],"values":{}},
              {"no":2,"module":"webhook:reply","version":1,"at":[408,160],"values":{"status":"200","body":"First text"}}],
             "links":[{"from":1,"to":2,"order":1}],"notes":[],"settings":{}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void productionKeepsRunningWhatWasPublished(String language) {
        try (Visit visit = Visit.owner(Locale.of(language))) {
            Editor editor = Editor.drawn(visit, "Draft and live " + language, FORM);
            editor.publish(1);
            editor.done();
            String webhook = webhook(editor);
            assertThat(Outside.post(webhook, "{}").body()).isEqualTo("First text");
            assertThat(visit.testid("live-strip")).isHidden();

            editor.open(2);
            editor.write("body", "Second text");
            assertThat(visit.testid("live-strip")).containsText(visit.t("editor.strip.one", 1, 1));
            editor.awaitSaved();
            assertThat(Outside.post(webhook, "{}").body()).isEqualTo("First text");

            visit.testid("run-once").click();
            editor.awaitRun("waiting-for-request");
            assertThat(Outside.post(webhook, "{}").body()).isEqualTo("First text");
            editor.awaitRun("success");
            editor.open(2);
            editor.tab("editor.tab.input");
            assertThat(visit.testid("inspector-input")).containsText("Second text");

            editor.publish(2);
            editor.done();
            assertThat(visit.testid("live-strip")).isHidden();
            assertThat(Outside.post(webhook, "{}").body()).isEqualTo("Second text");

            bringTheFirstVersionBack(visit, editor);
            assertThat(Outside.post(webhook, "{}").body()).isEqualTo("Second text");
        }
    }

    private static void bringTheFirstVersionBack(Visit visit, Editor editor) {
        String scenario = editor.scenario();
        visit.testid("live-chip").click();
        visit.page()
                .getByRole(AriaRole.MENUITEM)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(visit.t("editor.version", 1)))
                .click();
        visit.awaitPath("/scenarios/" + scenario + "/versions/1");
        assertThat(visit.testid("version-strip")).containsText(visit.t("editor.readOnly"));
        editor.open(2);
        assertThat(editor.field("body")).hasText("First text");
        assertThat(visit.testid("plus-2")).hasCount(0);
        visit.button(visit.t("editor.version.restore")).click();
        visit.awaitPath("/scenarios/" + scenario);
        assertThat(visit.testid("live-strip")).isVisible();
        assertThat(editor.blueprint()
                        .path("modules")
                        .path(1)
                        .path("values")
                        .path("body")
                        .asString())
                .isEqualTo("First text");
    }

    private static String webhook(Editor editor) {
        return SharedApplication.api()
                .get("/api/v1/scenarios/" + editor.scenario() + "/draft")
                .json()
                .path("webhook")
                .path("url")
                .asString();
    }
}
