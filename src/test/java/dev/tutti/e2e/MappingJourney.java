package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Data comes into a field by a click, by dragging and by typing, and the field is text all the while. */
class MappingJourney {

    private static final String DRAWN = """
            {"modules":[
              {"no":1,"module":"webhook:receive","version":1,"at":[80,160],"values":{}},
              {"no":2,"module":"tools:compose","version":1,"at":[408,160],"values":{"text":"-"}}],
             "links":[{"from":1,"to":2,"order":1}],"notes":[],"settings":{}}
            """;

    private static final String MAPPED = "{{1.name}} {{1.email}} {{1.total}}";

    @Test
    void clickDragAndTypeIntoOneField() {
        try (Visit visit = Visit.owner(Locale.ENGLISH)) {
            Editor editor = Editor.drawn(visit, "Map three ways", DRAWN);
            editor.tryWith("name", "Ada", "email", "ada@example.com", "total", "600");
            editor.awaitRun("success");

            editor.open(2);
            editor.write("text", "");
            editor.row("name").click();
            visit.page().keyboard().type(" ");
            editor.row("email").dragTo(editor.field("text"));
            assertThat(editor.pill("text", "email")).isVisible();
            visit.page().keyboard().press("End");
            visit.page().keyboard().type(" {{tot");
            assertThat(visit.page().locator(".cm-tooltip-autocomplete")).containsText("total");
            visit.page().keyboard().press("Enter");

            assertThat(editor.field("text").locator(".pill")).hasCount(3);
            assertThat(visit.testid("preview-text")).containsText("Ada ada@example.com 600");
            editor.awaitSaved();
            assertThat(text(editor)).isEqualTo(MAPPED);

            visit.page().keyboard().press("ControlOrMeta+A");
            visit.page().keyboard().press("ControlOrMeta+C");
            assertThat(visit.page().evaluate("() => navigator.clipboard.readText()"))
                    .isEqualTo(MAPPED);

            visit.page().keyboard().press("ControlOrMeta+End");
            visit.page().keyboard().press("Backspace");
            assertThat(editor.field("text").locator(".pill")).hasCount(2);
            assertThat(visit.testid("preview-text")).not().containsText("600");
            editor.awaitSaved();
            assertThat(text(editor)).isEqualTo("{{1.name}} {{1.email}} ");
        }
    }

    private static String text(Editor editor) {
        return editor.blueprint()
                .path("modules")
                .path(1)
                .path("values")
                .path("text")
                .asString();
    }
}
