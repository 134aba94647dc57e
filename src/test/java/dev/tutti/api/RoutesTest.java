package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nobody gets in anywhere but where {@code public.txt} says so, however the path is written. */
@RunningTutti
class RoutesTest {

    private static final Set<Integer> CLOSED = Set.of(400, 401, 403, 404, 405);

    private static final List<UnaryOperator<String>> WRITTEN = List.of(
            path -> path,
            path -> path + "/",
            path -> "/" + path,
            path -> path.replaceFirst("(?<=.)/", "//"),
            path -> path + ";a=b",
            path -> path.replaceFirst("(?<=.)/", ";a=b/"),
            path -> path.replaceFirst("(?<=.)/", "%2f"),
            path -> path.replaceFirst("(?<=.)/", "%2F"),
            path -> path.replaceFirst("(?<=.)/", "/./"),
            path -> path.replaceFirst("(?<=.)/", "/x/../"),
            path -> path.replaceFirst("(?<=.)/", "/%2e%2e/"),
            path -> path.replaceFirst("(?<=.)/", "%5c"),
            path -> path + "/configs",
            path -> path + "/actuator/health",
            path -> path + ".json",
            path -> path + "%00",
            path -> path + "%20",
            path -> path + "%0a",
            path -> path + "?_method=GET",
            path -> "/VAADIN/.." + path,
            path -> "/hook/.." + path,
            path -> "/hook/%2e%2e" + path,
            path -> "/hook/x;/.." + path,
            path -> "/VAADIN;" + path,
            path -> path.toUpperCase(Locale.ROOT),
            path -> path.replace("api", "Api"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    List<ServletRegistrationBean<?>> servlets;

    @LocalServerPort
    int port;

    @Test
    void everyRouteThatIsNotPublicIsClosedHoweverItIsWritten() throws IOException {
        Set<String> open = publicRoutes();
        Caller nobody = Caller.nobody(port);
        SoftAssertions all = new SoftAssertions();
        for (Handlers.Route route : new Handlers(mapping).all()) {
            if (!open.contains(route.pattern())) {
                for (UnaryOperator<String> written : WRITTEN) {
                    String path = written.apply(route.path());
                    Caller.Reply reply = nobody.call(route.method(), path, bodyFor(route));
                    all.assertThat(closed(reply))
                            .as(route + " as " + path + " answers " + reply.status())
                            .isTrue();
                }
            }
        }
        all.assertAll();
    }

    @Test
    void aMethodInAHeaderOrAParameterOpensNothing() {
        Caller nobody =
                Caller.nobody(port).with("X-HTTP-Method-Override", "GET").with("X-Original-URL", "/actuator/health");
        assertThat(nobody.post("/api/v1/tokens", "{}").status()).isEqualTo(401);
        assertThat(nobody.with("X-Forwarded-Prefix", "/hook").get("/api/v1/me").status())
                .isEqualTo(401);
    }

    @Test
    void theDoorsOfVaadinAndItsServletsLeadNowhere() {
        Caller nobody = Caller.nobody(port);
        for (String path : List.of(
                "/",
                "/scenarios",
                "/VAADIN",
                "/VAADIN/",
                "/vaadinServlet",
                "/vaadinServlet/",
                "/connect/x",
                "/sw-runtime-resources-precache.js.map")) {
            Caller.Reply reply = nobody.get(path);
            assertThat(closed(reply))
                    .as(path + " answers " + reply.status() + " " + reply.body())
                    .isTrue();
        }
    }

    /** A servlet of its own passes by all controllers, so each has to be known here. */
    @Test
    void everyServletIsKnown() throws IOException {
        assertThat(servlets.stream().flatMap(servlet -> servlet.getUrlMappings().stream()))
                .isSubsetOf(lines("servlets.txt"));
    }

    @Test
    void everyPublicRouteExists() throws IOException {
        Set<String> known = new Handlers(mapping)
                .all().stream().map(Handlers.Route::pattern).collect(Collectors.toSet());
        assertThat(publicRoutes())
                .isSubsetOf(Stream.concat(known.stream(), Stream.of("/login", "/setup", "/hook/**", "/actuator/health"))
                        .toList());
    }

    /** To be sent to the login page is to be kept out. */
    private static boolean closed(Caller.Reply reply) {
        return CLOSED.contains(reply.status())
                || (reply.status() == 302
                        && reply.header("Location").matches("(http://localhost:\\d+)?/(login|setup).*"));
    }

    private static String bodyFor(Handlers.Route route) {
        return route.method().equals("GET") || route.method().equals("DELETE") ? null : "{}";
    }

    private static Set<String> publicRoutes() throws IOException {
        return lines("public.txt");
    }

    private static Set<String> lines(String file) throws IOException {
        return new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
