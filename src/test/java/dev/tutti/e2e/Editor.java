package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.tutti.testing.Caller.Reply;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Hands on the editor: what a person does there with mouse and keys, and what they then see. */
final class Editor {

    private final Visit visit;

    private Editor(Visit visit) {
        this.visit = visit;
    }

    /** Starts a new scenario from the button of the navigation, and chooses the blank canvas. */
    static Editor blank(Visit visit) {
        Editor editor = create(visit);
        visit.testid("starter-blank").click();
        return editor;
    }

    /** Starts a new scenario from the button of the navigation; the offer of starters is on the canvas. */
    static Editor create(Visit visit) {
        visit.go("/scenarios");
        visit.page().locator(".shell-new").click();
        assertThat(visit.testid("starters")).isVisible();
        return new Editor(visit);
    }

    /** The editor that is already on the page. */
    static Editor here(Visit visit) {
        assertThat(visit.testid("canvas")).isVisible();
        return new Editor(visit);
    }

    /** A new scenario, drawn by a program; the person then opens it. */
    static Editor drawn(Visit visit, String name, String blueprint) {
        Reply made = SharedApplication.api()
                .post("/api/v1/scenarios", "{\"name\":\"" + name + "\",\"blueprint\":" + blueprint + "}");
        org.assertj.core.api.Assertions.assertThat(made.status())
                .as(made.body())
                .isEqualTo(201);
        visit.go("/scenarios/" + made.json().path("id").asString());
        return here(visit);
    }

    String scenario() {
        String path = visit.page().url();
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
    }

    /** What the server has of the draft. */
    JsonNode blueprint() {
        return SharedApplication.api()
                .get("/api/v1/scenarios/" + scenario() + "/draft")
                .json()
                .path("blueprint");
    }

    void choose(String module) {
        visit.testid("pick-" + module).click();
        assertThat(visit.testid("picker")).isHidden();
    }

    void addFirst(String module) {
        visit.testid("ghost").click();
        choose(module);
    }

    void addAfter(int no, String module) {
        visit.testid("plus-" + no).click();
        choose(module);
    }

    void insert(int from, int to, String module) {
        link(from, to).hover();
        visit.testid("insert-" + from + "-" + to).click();
        choose(module);
    }

    void open(int no) {
        module(no).getByRole(AriaRole.BUTTON).first().click();
        assertThat(visit.testid("panel")).isVisible();
    }

    /** Opens the filter of a link by the funnel on it. */
    void filter(int from, int to) {
        link(from, to).hover();
        visit.testid("filter-" + from + "-" + to).click();
        assertThat(field("filter.0.0.a")).isVisible();
    }

    Locator module(int no) {
        return visit.testid("module-" + no);
    }

    Locator link(int from, int to) {
        return visit.testid("link-" + from + "-" + to);
    }

    /** Where a person writes in this field. */
    Locator field(String key) {
        return visit.testid("field-" + key).locator(".cm-content");
    }

    /** Replaces what is in the field. */
    void write(String key, String text) {
        field(key).click();
        visit.page().keyboard().press("ControlOrMeta+A");
        visit.page().keyboard().press("Delete");
        visit.page().keyboard().type(text);
    }

    Locator pill(String key, String label) {
        return field(key).locator(".pill").filter(new Locator.FilterOptions().setHasText(label));
    }

    Locator row(String path) {
        return visit.testid("data-row-" + path);
    }

    /** Shows what is inside this field of the data panel. */
    void expand(String path) {
        row(path).press("ArrowRight");
        assertThat(row(path)).hasAttribute("aria-expanded", "true");
    }

    void tab(String key) {
        visit.testid("panel")
                .getByRole(AriaRole.TAB, new GetByRoleOptions().setName(Pattern.compile("^" + visit.t(key))))
                .click();
    }

    void awaitRun(String state) {
        assertThat(visit.testid("run-state")).hasAttribute("data-state", state);
    }

    void awaitSaved() {
        assertThat(visit.testid("save-state")).hasAttribute("data-state", "saved");
    }

    /** Publishes and turns on; the window that says so stays open. */
    void publish(int version) {
        awaitSaved();
        visit.testid("publish").click();
        visit.testid("publish-confirm").click();
        assertThat(visit.testid("live-chip")).hasText(visit.t("editor.live", version));
    }

    /** Closes the window that publishing opened. */
    void done() {
        visit.button(visit.t("editor.done")).click();
    }

    String webhook() {
        return visit.testid("webhook-url").textContent();
    }

    /** Runs once with a request of these fields, sent from the panel that the webhook waits with. */
    void tryWith(String... fields) {
        visit.testid("run-once").click();
        for (int at = 0; at < fields.length; at += 2) {
            fillRequest(fields[at], fields[at + 1]);
        }
        visit.testid("send-test").click();
    }

    void fillRequest(String name, String value) {
        Locator input = visit.testid("request-panel").locator("input[name='" + name + "']");
        assertThat(visit.testid("send-test")).isVisible();
        if (input.count() == 0) {
            visit.testid("request-panel")
                    .getByLabel(visit.t("editor.request.field"))
                    .fill(name);
            visit.testid("request-panel")
                    .getByLabel(visit.t("editor.request.add"))
                    .last()
                    .click();
        }
        input.fill(value);
    }
}
