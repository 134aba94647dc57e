package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.tutti.testing.Browsers;
import dev.tutti.testing.PackagedApplication;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor opens in the packaged application. */
class EditorJourney {

    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

    @Test
    void theIslandIsDrawnInsideThePage(@TempDir Path folder) {
        Map<String, String> settings = Map.of(
                "SPRING_QUARTZ_JOB_STORE_TYPE",
                "memory",
                "SPRING_AUTOCONFIGURE_EXCLUDE",
                String.join(
                        ",",
                        SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
                        SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
                        SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration"));
        try (PackagedApplication application = PackagedApplication.start(folder, settings);
                BrowserContext context = Browsers.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(application.url() + "/scenarios/42");
            assertThat(page.locator(".react-flow__node")).hasText("Scenario 42");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/editor.png")));
        }
    }
}
