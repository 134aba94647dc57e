package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A module goes in between two others, and out again, and nothing is lost that undoing does not bring back. */
class InsertAndHealJourney {

    private static final String FILTERED = """
            {"modules":[
              {"no":1,"module":"webhook:receive","version":1,"at":[80,160],"values":{}},
              {"no":2,"module":"tools:compose","version":1,"at":[408,160],"values":{"text":"{{1.name}}"}}],
             "links":[{"from":1,"to":2,"order":1,
               "filter":{"name":"Over 500","conditions":[[{"a":"{{1.total}}","o":"number:greater","b":"500"}]]}}],
             "notes":[],"settings":{}}
            """;

    private static final String USED = """
            {"modules":[
              {"no":1,"module":"webhook:receive","version":1,"at":[80,160],"values":{}},
              {"no":3,"module":"json:parse","version":1,"at":[408,160],"values":{"json":"{{1.body}}"}},
              {"no":2,"module":"http:request","version":1,"at":[736,160],
                "values":{"url":"https://example.com/{{3.id}}","method":"POST","bodyKind":"text","body":"{{3.name}}"}}],
             "links":[{"from":1,"to":3,"order":1},{"from":3,"to":2,"order":1}],"notes":[],"settings":{}}
            """;

    @Test
    void insertingKeepsTheFilterBeforeTheNewModuleAndUndoesExactly() {
        try (Visit visit = Visit.owner(Locale.ENGLISH)) {
            Editor editor = Editor.drawn(visit, "Insert", FILTERED);
            JsonNode before = editor.blueprint();
            editor.insert(1, 2, "json:parse");
            assertThat(editor.module(3)).isVisible();
            assertThat(visit.testid("filter-1-3")).isVisible();
            assertThat(editor.link(3, 2)).hasCount(1);
            assertThat(editor.link(1, 2)).hasCount(0);
            editor.awaitSaved();
            assertThat(links(editor.blueprint())).containsExactlyInAnyOrder("1>3 if", "3>2");
            assertDisjoint(List.of(editor.module(1), editor.module(2), editor.module(3)));

            visit.testid("canvas").press("ControlOrMeta+Z");
            assertThat(editor.module(3)).hasCount(0);
            editor.awaitSaved();
            assertThat(parts(editor.blueprint())).containsExactlyInAnyOrderElementsOf(parts(before));
        }
    }

    @Test
    void deletingClosesTheGapAndShowsWhatIsMissing() {
        try (Visit visit = Visit.owner(Locale.ENGLISH)) {
            Editor editor = Editor.drawn(visit, "Heal", USED);
            JsonNode before = editor.blueprint();
            editor.open(3);
            visit.page().keyboard().press("Escape");
            assertThat(visit.testid("panel")).isHidden();
            visit.page().keyboard().press("Delete");
            assertThat(editor.module(3)).hasCount(0);
            assertThat(editor.link(1, 2)).hasCount(1);
            Locator toast = visit.page().locator(".tt-toast");
            assertThat(toast).containsText(visit.t("editor.toast.used.other", 2));
            editor.awaitSaved();
            assertThat(links(editor.blueprint())).containsExactly("1>2");

            toast.getByText(visit.t("editor.toast.show")).click();
            assertThat(visit.page().locator(".tt-problems .tt-problem")).hasCount(2);
            visit.page().locator(".tt-problems .tt-problem").first().click();
            assertThat(visit.testid("panel").locator(".pill-missing")).hasCount(2);

            visit.button(visit.t("editor.undo")).click();
            assertThat(editor.module(3)).isVisible();
            assertThat(visit.testid("panel").locator(".pill")).hasCount(2);
            assertThat(visit.testid("panel").locator(".pill-missing")).hasCount(0);
            editor.awaitSaved();
            assertThat(parts(editor.blueprint())).containsExactlyInAnyOrderElementsOf(parts(before));
        }
    }

    /** Modules and links with all that is in them; in which order they are written down means nothing. */
    private static List<JsonNode> parts(JsonNode blueprint) {
        List<JsonNode> all = new ArrayList<>();
        blueprint.path("modules").forEach(all::add);
        blueprint.path("links").forEach(all::add);
        return all;
    }

    private static List<String> links(JsonNode blueprint) {
        List<String> all = new ArrayList<>();
        blueprint
                .path("links")
                .forEach(link -> all.add(
                        link.path("from").asInt() + ">" + link.path("to").asInt() + (link.has("filter") ? " if" : "")));
        return all;
    }

    private static void assertDisjoint(List<Locator> modules) {
        List<BoundingBox> boxes = modules.stream().map(Locator::boundingBox).toList();
        for (int one = 0; one < boxes.size(); one++) {
            for (int other = one + 1; other < boxes.size(); other++) {
                assertThat(overlap(boxes.get(one), boxes.get(other)))
                        .as(one + " and " + other)
                        .isFalse();
            }
        }
    }

    private static boolean overlap(BoundingBox a, BoundingBox b) {
        return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    }
}
