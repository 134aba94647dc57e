package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Webhook, filter, HTTP and reply, drawn by hand, published, and called by a program from outside. */
class FormToReplyJourney {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aRealRequestRunsWhatWasDrawn(String language) {
        try (Stub stub = new Stub();
                Visit visit = Visit.owner(Locale.of(language))) {
            Editor editor = Editor.blank(visit);
            editor.addFirst("webhook:receive");
            editor.tryWith("total", "600");
            editor.awaitRun("success");

            editor.addAfter(1, "http:request");
            editor.field("url").click();
            visit.page().keyboard().type(stub.url("/suppliers?total="));
            editor.row("total").click();
            assertThat(editor.pill("url", "total")).isVisible();

            editor.filter(1, 2);
            editor.field("filter.0.0.a").click();
            editor.row("total").click();
            visit.testid("operator-filter.0.0").selectOption("number:greater");
            editor.write("filter.0.0.b", "500");
            assertThat(visit.testid("preview-filter")).containsText(visit.t("mapping.filter.passed.one", 1, 1));

            editor.addAfter(2, "webhook:reply");
            editor.tryWith("total", "700");
            editor.awaitRun("success");
            assertThat(stub.asked()).containsExactly("/suppliers?total=700");

            editor.open(3);
            editor.write("body", "Supplier: ");
            editor.expand("data");
            editor.row("data.name").click();
            assertThat(editor.pill("body", "name")).isVisible();
            assertThat(visit.testid("preview-body")).containsText("Supplier: Atelier Morel");

            editor.publish(1);
            editor.done();
            callFromOutside(visit, editor);
        }
    }

    private static void callFromOutside(Visit visit, Editor editor) {
        String scenario = editor.scenario();
        JsonNode draft = SharedApplication.api()
                .get("/api/v1/scenarios/" + scenario + "/draft")
                .json();
        String webhook = draft.path("webhook").path("url").asString();

        String before = newest().path("id").asString();
        HttpResponse<String> good = Outside.post(webhook, "{\"total\":600}");
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).isEqualTo("Supplier: Atelier Morel");
        JsonNode first = newestAfter(before);
        assertThat(first.path("scenarioId").asString()).isEqualTo(scenario);
        assertThat(first.path("status").asString()).isEqualTo("success");
        assertThat(first.path("version").asInt()).isEqualTo(1);

        visit.go("/runs");
        assertFirstInList(visit, first.path("id").asString());
        HttpResponse<String> little = Outside.post(webhook, "{\"total\":100}");
        assertThat(little.statusCode()).isEqualTo(200);
        assertThat(little.body()).isEqualTo("Accepted");
        String rejected = newestAfter(first.path("id").asString()).path("id").asString();
        assertThat(rejected).isNotEqualTo(first.path("id").asString());
        assertFirstInList(visit, rejected);

        visit.page().locator("a[href='runs/" + rejected + "']").click();
        assertThat(visit.testid("count-1-2")).hasText("0 ✓ 1 ✕");
        visit.testid("count-1-2").click();
        Locator row = visit.testid("rejected-0");
        assertThat(row).containsText("100");
        assertThat(row).containsText(visit.t("mapping.operator.number.greater"));
        assertThat(row).containsText("500");
    }

    /** The list refreshes itself each second: the row comes without anybody asking for it. */
    private static void assertFirstInList(Visit visit, String run) {
        Locator first =
                visit.page().locator("vaadin-grid").getByRole(AriaRole.LINK).first();
        assertThat(first).hasAttribute("href", "runs/" + run);
    }

    /** The run that is not that one, once it has succeeded; whatever is there after two seconds. */
    private static JsonNode newestAfter(String known) {
        Instant end = Instant.now().plus(TWO_SECONDS);
        JsonNode run = newest();
        while (Instant.now().isBefore(end)
                && (run.path("id").asString().equals(known)
                        || !run.path("status").asString().equals("success"))) {
            run = newest();
        }
        return run;
    }

    private static JsonNode newest() {
        return SharedApplication.api()
                .get("/api/v1/runs?limit=1")
                .json()
                .path("items")
                .path(0);
    }
}
