package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.web.FilterChainProxy;

/** How people and programs come in, and what keeps others from coming in behind them. */
@RunningTutti
class DoorsTest {

    private static final Pattern TOKEN = Pattern.compile(
            "name=\"_csrf\"[^>]*content=\"([^\"]+)\"|content=\"([^\"]+)\"[^>]*name=\"_csrf\"|\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    FilterChainProxy doors;

    @Test
    void aProgramComesInByItsTokenAndLeavesNoSession() {
        Caller.Reply me = Caller.owner(port).get("/api/v1/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().get("email").asString()).isEqualTo(RunningTutti.OWNER);
        assertThat(me.json().get("role").asString()).isEqualTo("owner");
        assertThat(me.json().get("csrf").isNull()).isTrue();
        assertThat(me.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aWrongTokenIsRefusedEvenBesideAGoodSession() {
        Caller.Reply reply =
                signedIn().with("Authorization", "Bearer tutti_wrong").get("/api/v1/me");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.json().get("code").asString()).isEqualTo("wrong-token");
    }

    @Test
    void aSessionChangesNothingWithoutTheHeaderThatMeNames() {
        Caller browser = signedIn();
        Caller.Reply me = browser.get("/api/v1/me");
        assertThat(me.status()).isEqualTo(200);
        String header = me.json().get("csrf").get("header").asString();
        String token = me.json().get("csrf").get("token").asString();
        Caller.Reply without = browser.put("/api/v1/me/preferences", "{\"theme\":\"dark\"}");
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.json().get("code").asString()).isEqualTo("csrf");
        assertThat(browser.with(header, "wrong")
                        .put("/api/v1/me/preferences", "{\"theme\":\"dark\"}")
                        .status())
                .isEqualTo(403);
        Caller.Reply with = browser.with(header, token).put("/api/v1/me/preferences", "{\"theme\":\"dark\"}");
        assertThat(with.status()).isEqualTo(200);
        assertThat(with.json().get("theme").asString()).isEqualTo("dark");
    }

    @Test
    void theSessionsCookieIsKeptFromScriptsAndOtherSites() {
        Caller.Reply page = Caller.nobody(port).get("/login");
        assertThat(page.header("Set-Cookie")).startsWith("tutti-session=").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aWrongPasswordLeadsBackAndTooManyMakeOneWait() {
        String person = "somebody" + System.nanoTime() + "@example.com";
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(login(person, "wrong").header("Location")).endsWith("/login?error");
        }
        assertThat(login(person, "wrong").header("Location")).matches(".*/login\\?wait=\\d+");
    }

    /** Else another site could sign a visitor in as somebody else, and read what they then write. */
    @Test
    void signingInNeedsTheTokenOfTheLoginPage() {
        Caller.Reply page = Caller.nobody(port).get("/login");
        String form = "username=" + encode(RunningTutti.OWNER) + "&password=" + encode(RunningTutti.PASSWORD);
        for (String token : new String[] {"", "&_csrf=", "&_csrf=wrong"}) {
            Caller.Reply reply = Caller.nobody(port)
                    .with("Cookie", cookie(page))
                    .with("Content-Type", "application/x-www-form-urlencoded")
                    .post("/login", form + token);
            assertThat(Caller.nobody(port)
                            .with("Cookie", reply.header("Set-Cookie").isEmpty() ? cookie(page) : cookie(reply))
                            .get("/api/v1/me")
                            .status())
                    .as(token + " answers " + reply.status())
                    .isEqualTo(401);
        }
    }

    /** After the token is known, so that it is a person who is counted, and before anything is done for them. */
    @Test
    void theApiCountsHowOftenAPersonAsks() {
        assertThat(doors.getFilters("/api/v1/me").stream().map(Object::getClass).map(Class::getSimpleName))
                .containsSubsequence("BearerFilter", "AllowanceFilter", "CsrfFilter", "AuthorizationFilter");
    }

    @Test
    void theHeadersKeepThePagesToThemselves() {
        Caller.Reply api = Caller.owner(port).get("/api/v1/me");
        assertThat(api.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(api.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(api.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(api.header("Cache-Control")).contains("no-store");
        Caller.Reply page = Caller.nobody(port).get("/login");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void ofTheActuatorOnlyTheHealthIsOpenAndItTellsNoDetail() {
        Caller.Reply health = Caller.nobody(port).get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().propertyNames()).isSubsetOf("status", "groups");
        for (String other : new String[] {"", "/env", "/health/db", "/beans", "/heapdump"}) {
            assertThat(Caller.owner(port).get("/actuator" + other).status())
                    .as(other)
                    .isIn(401, 403, 404);
        }
    }

    private Caller signedIn() {
        Caller.Reply reply = login(RunningTutti.OWNER, RunningTutti.PASSWORD);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).doesNotContain("/login");
        return Caller.nobody(port).with("Cookie", cookie(reply));
    }

    private Caller.Reply login(String email, String password) {
        Caller.Reply page = Caller.nobody(port).get("/login");
        Matcher token = TOKEN.matcher(page.body());
        String csrf = token.find()
                ? java.util.stream.Stream.of(token.group(1), token.group(2), token.group(3))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElseThrow()
                : "";
        String form = "username=" + encode(email) + "&password=" + encode(password) + "&_csrf=" + encode(csrf);
        return Caller.nobody(port)
                .with("Cookie", cookie(page))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post("/login", form);
    }

    private static String cookie(Caller.Reply reply) {
        return reply.header("Set-Cookie").split(";", 2)[0];
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
