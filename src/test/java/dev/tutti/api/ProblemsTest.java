package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whatever goes wrong is answered as a problem (RFC 9457) that says what to do. */
@RunningTutti
class ProblemsTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET    | /api/v1/nothing-here   | -                | 404 | not-found",
                "GET    | /api/v1/connections/9  | -                | 404 | not-found",
                "GET    | /api/v1/connections/x  | -                | 400 | bad-parameter",
                "PATCH  | /api/v1/me             | {}               | 405 | wrong-method",
                "POST   | /api/v1/tokens         | {\"name\":       | 400 | bad-json",
                "POST   | /api/v1/tokens         | []               | 400 | bad-json",
                "POST   | /api/v1/tokens         | -                | 400 | bad-body",
                "POST   | /api/v1/tokens         | {}               | 422 | invalid-field",
                "POST   | /api/v1/connections    | {\"name\":\"x\",\"type\":\"carrier pigeon\"} | 422 | invalid-field",
                "PUT    | /api/v1/settings       | {\"allowedNetworks\":[\"localhost\"]} | 422 | invalid-field"
            })
    void saysWhatIsWrong(String method, String path, String body, int status, String code) {
        Caller.Reply reply = Caller.owner(port).call(method, path, body);
        problem(reply, status, code);
    }

    @Test
    void speaksTheLanguageOfWhoeverAsks() {
        Caller nobody = Caller.nobody(port);
        assertThat(problem(nobody.with("Accept-Language", "fr-CA,fr;q=0.8").get("/api/v1/me"), 401, "not-signed-in")
                        .get("title")
                        .asString())
                .isEqualTo("Veuillez vous connecter");
        assertThat(problem(nobody.with("Accept-Language", "ja,de").get("/api/v1/me"), 401, "not-signed-in")
                        .get("title")
                        .asString())
                .isEqualTo("Please sign in");
        assertThat(problem(
                                Caller.owner(port).with("Accept-Language", "en").get("/api/v1/connections/9?lang=fr"),
                                404,
                                "not-found")
                        .get("title")
                        .asString())
                .isEqualTo("Cet élément n’existe pas");
        assertThat(problem(
                                Caller.owner(port).with("Accept-Language", "fr").get("/api/v1/connections/9"),
                                404,
                                "not-found")
                        .get("title")
                        .asString())
                .isEqualTo("Cet élément n’existe pas");
    }

    @Test
    void anotherKindOfContentIsNotUnderstood() {
        problem(Caller.owner(port).with("Content-Type", "text/plain").post("/api/v1/tokens", "x"), 415, "wrong-type");
        problem(Caller.owner(port).with("Accept", "image/png").get("/api/v1/me"), 406, "not-acceptable");
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItSaysItsLengthOrNot() throws Exception {
        byte[] large = ("{\"name\":" + " ".repeat(5 * 1024 * 1024) + "\"x\"}").getBytes();
        problem(Caller.owner(port).post("/api/v1/tokens", new String(large)), 413, "too-large");
        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/tokens"))
                .header("Authorization", "Bearer " + RunningTutti.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
        problem(new Caller.Reply(response.statusCode(), response), 413, "too-large");
    }

    @Test
    void jsonThatIsTooDeepIsRefused() {
        problem(
                Caller.owner(port).post("/api/v1/tokens", "{\"x\":".repeat(1000) + "1" + "}".repeat(1000)),
                400,
                "json-too-deep");
    }

    @Test
    void anAddressThatTheServerItselfRefusesIsAProblemToo() {
        Caller.Reply reply = Caller.owner(port).get("/api/v1/me;x=y");
        assertThat(reply.status()).isEqualTo(400);
        problem(reply, 400, "bad-request");
    }

    private static JsonNode problem(Caller.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = reply.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("urn:tutti:problem:" + code);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(reply.body()).doesNotContain("Exception", "dev.tutti", "org.springframework", "tools.jackson");
        return problem;
    }
}
