package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page in English and French, light and dark, on a large and on a small screen: nothing is cut off, nothing is
 * left untranslated, nothing shuts anybody out, and each is photographed into {@code target/screenshots}. With {@code
 * -Dtutti.images=docs/images} the README's pictures are taken as well.
 */
class EveryPageJourney {

    private static final Set<String> IN_THE_README = Set.of("first-run", "mapping", "run", "home");

    private static Showroom showroom;

    @BeforeAll
    static void open() {
        showroom = new Showroom();
    }

    @AfterAll
    static void close() {
        showroom.close();
    }

    @Test
    void inFrenchNothingIsCutOffOrLeftUntranslated() {
        walk(Locale.FRENCH, (visit, name) -> {
            visit.page().setViewportSize(1280, 720);
            PageCheck.nothingIsCutOff(visit.page(), name);
            PageCheck.noKeyIsShown(visit.page(), name);
        });
    }

    @Test
    void inEnglishNothingShutsAnybodyOut() {
        walk(Locale.ENGLISH, (visit, name) -> {
            PageCheck.everybodyCanUseIt(visit.page(), name);
            PageCheck.noKeyIsShown(visit.page(), name);
        });
    }

    private interface Look {
        void at(Visit visit, String page);
    }

    private static void walk(Locale language, Look look) {
        List<String> wrong = new ArrayList<>();
        try (Visit visit = Visit.stranger(showroom.application(), language)) {
            pages().forEach((name, open) -> {
                try {
                    visit.page().setViewportSize(1440, 900);
                    open.accept(visit);
                    visit.page().evaluate("() => document.fonts.ready");
                    photograph(visit, name);
                    look.at(visit, name);
                } catch (AssertionError | PlaywrightException failure) {
                    wrong.add(name + ": " + failure.getMessage());
                }
                visit.complaints().forEach(complaint -> wrong.add(name + ": the console says " + complaint));
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, Consumer<Visit>> pages() {
        Map<String, Consumer<Visit>> pages = new LinkedHashMap<>();
        pages.put("login", visit -> {
            visit.go("/login");
            assertThat(visit.button(visit.t("ui.login"))).isVisible();
        });
        pages.put("home", visit -> {
            visit.signIn(SharedApplication.EMAIL, SharedApplication.PASSWORD);
            visit.go("/");
            assertThat(visit.page().locator("main h1")).isVisible();
        });
        pages.put("scenarios", visit -> grid(visit, "/scenarios", "Invoice intake"));
        pages.put("runs", visit -> grid(visit, "/runs", "Invoice intake"));
        pages.put("webhooks", visit -> grid(visit, "/webhooks", "Invoice intake"));
        pages.put("connections", visit -> grid(visit, "/connections", "ERP production"));
        pages.put("connection", visit -> {
            visit.button(visit.t("ui.connections.add")).first().click();
            assertThat(visit.page().locator("vaadin-dialog vaadin-text-field").first())
                    .isVisible();
        });
        pages.put("data-stores", visit -> grid(visit, "/data", "Invoices"));
        pages.put("data-store", visit -> grid(visit, "/data/" + showroom.store(), "FA-2026-118"));
        pages.put("webhook", visit -> heading(visit, "/webhooks/" + showroom.invoices()));
        pages.put("inbox", visit -> grid(visit, "/inbox", "Orders to the ERP"));
        pages.put("incomplete", visit -> heading(visit, "/inbox/incomplete/" + showroom.incomplete()));
        pages.put("variables", visit -> heading(visit, "/variables"));
        pages.put("structures", visit -> heading(visit, "/structures"));
        pages.put("structure", visit -> heading(visit, "/structures/new"));
        pages.put("import", visit -> heading(visit, "/scenarios/import"));
        pages.put("settings", visit -> heading(visit, "/settings"));
        pages.put("api", visit -> grid(visit, "/developers/api", "Nightly export"));
        pages.put("starters", visit -> {
            visit.go("/scenarios/new");
            assertThat(visit.testid("starters")).isVisible();
        });
        pages.put("picker", visit -> {
            visit.testid("starter-blank").click();
            visit.testid("ghost").click();
            assertThat(visit.testid("picker")).isVisible();
        });
        pages.put("first-run", visit -> {
            Editor editor = Editor.create(visit);
            visit.testid("starter-form").click();
            editor.awaitRun("waiting-for-request");
            editor.fillRequest("name", "Ada");
            visit.testid("send-test").click();
            editor.awaitRun("success");
            assertThat(visit.testid("test-answer")).containsText("Ada");
        });
        pages.put("editor", visit -> {
            visit.go("/scenarios/" + showroom.invoices());
            assertThat(Editor.here(visit).module(6)).isVisible();
        });
        pages.put("mapping", visit -> {
            Editor editor = Editor.here(visit);
            visit.button(visit.t("editor.run.more")).click();
            visit.role(AriaRole.MENUITEM, visit.t("editor.run.last")).click();
            editor.awaitRun("success");
            editor.open(6);
            editor.field("body").click();
            assertThat(editor.row("supplier")).isVisible();
            assertThat(visit.testid("preview-body")).isVisible();
        });
        pages.put("filter", visit -> {
            visit.go("/scenarios/" + showroom.invoices());
            Editor editor = Editor.here(visit);
            visit.testid("filter-1-2").click();
            assertThat(editor.field("filter.0.0.a")).isVisible();
        });
        pages.put("scenario-settings", visit -> {
            visit.go("/scenarios/" + showroom.invoices() + "?panel=settings");
            assertThat(visit.testid("settings-start")).isVisible();
        });
        pages.put("publish", visit -> {
            visit.go("/scenarios/" + showroom.invoices());
            Editor.here(visit);
            visit.testid("publish").click();
            assertThat(visit.testid("publish-confirm")).isVisible();
        });
        pages.put("run", visit -> {
            visit.go("/runs/" + showroom.goodRun());
            Editor.here(visit);
            visit.testid("bubble-2").click();
            assertThat(visit.testid("inspector-output")).isVisible();
        });
        pages.put("failed-run", visit -> {
            visit.go("/runs/" + showroom.failedRun());
            Editor.here(visit);
            visit.testid("bubble-2").click();
            assertThat(visit.page().locator(".error-card")).isVisible();
        });
        pages.put("version", visit -> {
            visit.go("/scenarios/" + showroom.invoices() + "/versions/1");
            assertThat(visit.testid("version-strip")).isVisible();
        });
        return pages;
    }

    private static void heading(Visit visit, String path) {
        visit.go(path);
        assertThat(visit.page().locator("main h1")).isVisible();
    }

    private static void grid(Visit visit, String path, String text) {
        heading(visit, path);
        assertThat(visit.page()
                        .locator("vaadin-grid-cell-content")
                        .getByText(text)
                        .first())
                .isVisible();
    }

    private static void photograph(Visit visit, String name) {
        Page page = visit.page();
        for (ColorScheme colours : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            for (int[] size : new int[][] {{1280, 720}, {1440, 900}}) {
                page.setViewportSize(size[0], size[1]);
                String file =
                        name + "-" + visit.language() + "-" + colours.name().toLowerCase(Locale.ROOT) + "-" + size[0];
                shoot(page, Path.of("target", "screenshots", file + ".png"));
            }
            photographForTheReadme(visit, name, colours);
        }
    }

    /** In English, light; the first picture of all dark as well. */
    private static void photographForTheReadme(Visit visit, String name, ColorScheme colours) {
        String folder = System.getProperty("tutti.images");
        boolean wanted = visit.language().equals(Locale.ENGLISH)
                && IN_THE_README.contains(name)
                && (colours == ColorScheme.LIGHT || name.equals("mapping"));
        if (folder != null && wanted) {
            shoot(visit.page(), Path.of(folder, name + (colours == ColorScheme.DARK ? "-dark" : "") + ".png"));
        }
    }

    private static void shoot(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    }
}
