package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import dev.tutti.value.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Scenarios of other products, imported, published and called from outside, over a stand-in for the services they use. */
@RunningTutti
class ImportedScenarioTest {

    @LocalServerPort
    int port;

    private HttpServer stub;

    @BeforeEach
    void open() throws IOException {
        stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        stub.createContext("/orders", exchange -> answer(exchange, 500, "{}"));
        stub.createContext("/price/a", exchange -> answer(exchange, 200, "{\"price\": 1.5}"));
        stub.createContext("/price/b", exchange -> answer(exchange, 200, "{\"price\": 2}"));
        stub.createContext("/price/bad", exchange -> answer(exchange, 404, "{}"));
        stub.start();
    }

    @AfterEach
    void close() {
        stub.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void everyConstructOfMakeRunsAsItDidThere() {
        Caller owner = Caller.owner(port);
        String scenario = imported(owner, "make/everything");
        String hook = published(owner, scenario);

        Caller.Reply reply =
                Caller.nobody(port).post(hook, """
                {"name": "Ada", "total": 250, "stub": "http://127.0.0.1:%d", "items": [
                 {"sku": "a", "kind": "x", "n": 1}, {"sku": "b", "kind": "y", "n": 2},
                 {"sku": "bad", "kind": "x", "n": 3}, {"sku": "none", "kind": "y", "n": 0}]}
                """.formatted(stub.getAddress().getPort()));

        assertThat(reply.body())
                .startsWith("Ada none 250|a=1.5 (1/4)\nb=2 (2/4)|4|[{\"i\":1},{\"i\":2},{\"i\":3}]|large|")
                .endsWith("|ok");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("X-Method")).isEqualTo("POST");
        assertThat(Caller.nobody(port).post(hook, "{\"total\": -1}").status()).isEqualTo(422);
    }

    @Test
    void itGoesBackToMakeAsItCame() throws IOException {
        Caller owner = Caller.owner(port);
        String scenario = imported(owner, "make/everything");

        Caller.Reply file = owner.get(scenario + "/export?format=make");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("Everything.make.json");
        assertThat(Json.parse(file.body()).value())
                .isEqualTo(Json.parse(new String(bytes("make/everything"), StandardCharsets.UTF_8))
                        .value());
        assertThat(owner.get(scenario + "/export/report").json().get("notes").size())
                .isZero();
        assertThat(owner.get(scenario + "/export?format=zip").status()).isEqualTo(400);
        assertThat(owner.get("/api/v1/scenarios/1/export").status()).isEqualTo(404);
    }

    @Test
    void whatOneInstallationExportsAnotherImports() {
        Caller owner = Caller.owner(port);
        String scenario = imported(owner, "make/everything");

        Caller.Reply again =
                owner.post("/api/v1/import", owner.get(scenario + "/export").body());

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json().get("report").get("format").asString()).isEqualTo("tutti");
        String copy = "/api/v1/scenarios/" + again.json().get("scenarioId").asString();
        assertThat(owner.get(copy + "/draft").json().get("blueprint"))
                .isEqualTo(owner.get(scenario + "/draft").json().get("blueprint"));
    }

    @Test
    void aWorkflowOfN8nAnswersAsItDidThere() {
        Caller owner = Caller.owner(port);
        String hook = published(owner, imported(owner, "n8n/orders"));

        Caller.Reply reply = Caller.nobody(port).post(hook, "{\"name\": \"Ada\", \"price\": 60, \"count\": 2}");

        assertThat(reply.body()).isEqualTo("Large order of ADA: few");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(Caller.nobody(port)
                        .post(hook, "{\"name\": \"Bob\", \"price\": 1, \"count\": 1}")
                        .body())
                .isEqualTo("Order of BOB: few");
    }

    @Test
    void hostileFilesGetAnAnswerAndLeaveNothing() {
        Caller owner = Caller.owner(port);
        int before = scenarios(owner);
        String nested = "{\"flow\":[{\"id\":1,\"module\":\"a:b\",\"routes\":[".repeat(20_000);
        String many = "{\"flow\":[" + "{\"id\":1,\"module\":\"a:b\"},".repeat(2_001) + "]}";
        String strings =
                "{\"flow\":[{\"id\":1,\"module\":\"a:b\",\"mapper\":{\"a\":\"" + "{{".repeat(2_000_000) + "\"}}]}";

        for (String hostile : List.of(nested, many, "[".repeat(1_000_000), "{\"flow\": 7}", "__proto__")) {
            Caller.Reply reply = owner.post("/api/v1/import", hostile);
            assertThat(reply.status()).as(reply.body()).isBetween(400, 422);
            assertThat(reply.body())
                    .contains("not-imported")
                    .doesNotContain("Exception")
                    .doesNotContain("at dev.tutti");
        }
        assertThat(scenarios(owner)).isEqualTo(before);
    }

    private static int scenarios(Caller owner) {
        return owner.get("/api/v1/scenarios?limit=200").json().get("items").size();
    }

    private String imported(Caller owner, String name) {
        Caller.Reply imported = owner.post("/api/v1/import", new String(bytes(name), StandardCharsets.UTF_8));
        assertThat(imported.status()).as(imported.body()).isEqualTo(201);
        assertThat(imported.json().get("report").get("todo").size())
                .as(imported.body())
                .isZero();
        return "/api/v1/scenarios/" + imported.json().get("scenarioId").asString();
    }

    private String published(Caller owner, String scenario) {
        Caller.Reply published = owner.post(scenario + "/publish", "{\"turnOn\":true}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return published.json().get("webhookUrl").asString().replaceFirst("^https?://[^/]+", "");
    }

    private static byte[] bytes(String name) {
        try (var in = Objects.requireNonNull(ImportedScenarioTest.class.getResourceAsStream("/" + name + ".json"))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
