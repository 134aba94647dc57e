package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.tutti.testing.PackagedApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whoever comes for the first time has a scenario that answers requests within a minute, without any key or account. */
class FirstMinuteJourney {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    @Test
    void theFirstVisitorBecomesTheOwnerAndPublishesAForm() {
        try (PackagedApplication application = SharedApplication.startEmpty()) {
            lookAtTheSetUpPage(application);
            try (Visit visit = Visit.stranger(application, Locale.ENGLISH)) {
                visit.go("/");
                visit.awaitPath("/setup");
                visit.role(AriaRole.TEXTBOX, visit.t("ui.setup.name")).fill("Ada");
                visit.role(AriaRole.TEXTBOX, visit.t("ui.email")).fill("ada@example.com");
                visit.role(AriaRole.TEXTBOX, visit.t("ui.password.word")).fill("correct horse battery");
                visit.button(visit.t("ui.setup.create")).click();
                visit.awaitPath("/scenarios/[0-9]+");
                Editor editor = Editor.here(visit);
                visit.button(visit.t("editor.starter.form") + " " + visit.t("editor.starter.form.help"))
                        .click();
                fromStarterToLive(visit, editor);
            }
            try (Visit stranger = Visit.stranger(application, Locale.FRENCH)) {
                stranger.go("/setup");
                stranger.awaitPath("/login");
            }
        }
    }

    @Test
    void theOwnerSignsInAndPublishesAFormInFrench() {
        try (Visit visit = Visit.stranger(SharedApplication.get(), Locale.FRENCH)) {
            visit.signIn(SharedApplication.EMAIL, SharedApplication.PASSWORD);
            visit.go("/scenarios/new?starter=form");
            fromStarterToLive(visit, Editor.here(visit));
        }
    }

    private static void lookAtTheSetUpPage(PackagedApplication application) {
        try (Visit french = Visit.stranger(application, Locale.FRENCH)) {
            french.page().setViewportSize(1280, 720);
            french.go("/");
            assertThat(french.button(french.t("ui.setup.create"))).isVisible();
            PageCheck.nothingIsCutOff(french.page(), "setup");
            PageCheck.noKeyIsShown(french.page(), "setup");
        }
        try (Visit english = Visit.stranger(application, Locale.ENGLISH)) {
            english.go("/");
            assertThat(english.button(english.t("ui.setup.create"))).isVisible();
            PageCheck.everybodyCanUseIt(english.page(), "setup");
        }
    }

    private static void fromStarterToLive(Visit visit, Editor editor) {
        Instant start = Instant.now();
        editor.awaitRun("waiting-for-request");
        editor.fillRequest("name", "Ada");
        visit.testid("send-test").click();
        editor.awaitRun("success");
        assertThat(visit.testid("test-answer")).containsText("Ada");
        assertThat(editor.module(1)).hasAttribute("data-status", "ok");
        assertThat(editor.module(2)).hasAttribute("data-status", "ok");
        assertThat(visit.testid("coach-map")).isVisible();
        visit.testid("coach-map")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(visit.t("editor.coach.next"))
                                .setExact(true))
                .click();
        assertThat(visit.testid("coach-publish")).isVisible();
        editor.publish(1);
        editor.done();
        assertThat(visit.testid("coach-publish")).isHidden();
        assertThat(visit.testid("on-off")).hasAttribute("aria-checked", "true");
        assertThat(Duration.between(start, Instant.now())).isLessThan(A_MINUTE);
    }
}
