package dev.tutti.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.tutti.testing.Browsers;
import dev.tutti.testing.PackagedApplication;
import dev.tutti.workspace.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One person at a browser, in one language. What the browser's console complains about fails the visit at its end. */
final class Visit implements AutoCloseable {

    private static final int PATIENCE = 20_000;
    private static final Messages TEXTS = new Messages();
    private static final Map<String, String> SIGNED_IN = new HashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final PackagedApplication application;
    private final Locale language;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(PackagedApplication application, Locale language, NewContextOptions options) {
        this.application = application;
        this.language = language;
        this.context =
                Browsers.chromium().newContext(options.setLocale(language.equals(Locale.FRENCH) ? "fr-FR" : "en-GB"));
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Somebody who has not signed in. */
    static Visit stranger(PackagedApplication application, Locale language) {
        return new Visit(application, language, new NewContextOptions().setViewportSize(1440, 900));
    }

    /** The owner of the shared application, signed in. */
    static Visit owner(Locale language) {
        return owner(language, 1440, 900, false);
    }

    static Visit owner(Locale language, int width, int height, boolean dark) {
        NewContextOptions options = new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setPermissions(List.of("clipboard-read", "clipboard-write"));
        String session = SIGNED_IN.get(language.getLanguage());
        if (session != null) {
            return new Visit(SharedApplication.get(), language, options.setStorageState(session));
        }
        Visit visit = new Visit(SharedApplication.get(), language, options);
        visit.signIn(SharedApplication.EMAIL, SharedApplication.PASSWORD);
        SIGNED_IN.put(language.getLanguage(), visit.context.storageState());
        return visit;
    }

    Visit signIn(String email, String password) {
        go("/login");
        role(AriaRole.TEXTBOX, t("ui.email")).fill(email);
        role(AriaRole.TEXTBOX, t("ui.password.word")).fill(password);
        button(t("ui.login")).click();
        assertThat(page.locator(".shell")).isVisible();
        return this;
    }

    void go(String path) {
        page.navigate(application.url() + path);
    }

    Page page() {
        return page;
    }

    String url() {
        return application.url();
    }

    Locale language() {
        return language;
    }

    /** A visible text by its key, in the language of this person. */
    String t(String key, Object... arguments) {
        String text = TEXTS.all(language).get(key);
        assertThat(text).as("the text " + key).isNotNull();
        for (int place = 0; place < arguments.length; place++) {
            text = text.replace("{" + place + "}", String.valueOf(arguments[place]));
        }
        return text;
    }

    Locator testid(String id) {
        return page.getByTestId(id);
    }

    Locator button(String name) {
        return role(AriaRole.BUTTON, name);
    }

    Locator role(AriaRole role, String name) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    void awaitPath(String pattern) {
        page.waitForURL(Pattern.compile(Pattern.quote(application.url()) + pattern));
    }

    /** What went wrong in the page so far; forgets it. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** Keeps how the page looked at the end, for whoever wonders why a journey failed. */
    @Override
    public void close() {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "journeys", "end-" + COUNT.incrementAndGet() + ".png")));
        context.close();
        assertThat(complaints).as("what the console of the browser says").isEmpty();
    }
}
