package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a program does with scenarios, through the same doors as the editor. */
@RunningTutti
class ScenariosApiTest {

    private static final String ECHO = """
            {"modules": [{"no": 1, "module": "webhook:receive"},
                         {"no": 2, "module": "webhook:reply", "values": {"body": "Hello {{1.name}}"}}],
             "links": [{"from": 1, "to": 2}]}""";

    @LocalServerPort
    int port;

    private Caller program;

    @BeforeEach
    void comeIn() {
        program = Caller.owner(port);
    }

    @Test
    void fromNothingToLiveAndBack() {
        Caller.Reply created = program.post("/api/v1/scenarios", "{\"name\": \"Echo\", \"blueprint\": " + ECHO + "}");
        assertThat(created.status()).isEqualTo(201);
        String path = "/api/v1/scenarios/" + created.json().get("id").asString();

        Caller.Reply draft = program.get(path + "/draft");
        assertThat(draft.header("ETag")).isEqualTo("\"1\"");
        assertThat(draft.json().get("name").asString()).isEqualTo("Echo");
        assertThat(draft.json().get("problems").isEmpty()).isTrue();
        assertThat(draft.json().get("next").get("no").asInt()).isEqualTo(3);
        assertThat(draft.json().get("live").isNull()).isTrue();

        JsonNode published = program.post(path + "/publish", "{\"turnOn\": true, \"note\": \"first\"}")
                .json();
        assertThat(published.get("version").asInt()).isEqualTo(1);
        assertThat(published.get("on").asBoolean()).isTrue();
        assertThat(published.get("webhookUrl").asString()).startsWith("http://localhost:" + port + "/hook/");
        assertThat(program.get(path + "/draft").json().get("webhook").get("url").asString())
                .isEqualTo(published.get("webhookUrl").asString());

        JsonNode edited = program.post(path + "/draft/edits", """
                        {"baseRevision": 1, "edits": [
                           {"id": "a", "op": "setValue", "no": 2, "key": "body", "value": "{{1.gone(}}"}]}""").json();
        assertThat(edited.get("revision").asInt()).isEqualTo(2);
        assertThat(edited.get("changes").asInt()).isEqualTo(1);
        JsonNode problem = edited.get("problems").get(0);
        assertThat(problem.get("severity").asString()).isEqualTo("error");
        assertThat(problem.get("module").asInt()).isEqualTo(2);
        assertThat(problem.get("field").asString()).isEqualTo("body");
        assertThat(problem.has("link")).isFalse();

        Caller.Reply blocked = program.post(path + "/publish", "{}");
        assertThat(blocked.status()).isEqualTo(422);
        assertThat(blocked.json().get("code").asString()).isEqualTo("has-problems");
        assertThat(blocked.json().get("problems").size()).isEqualTo(1);

        Caller.Reply discarded = program.post(path + "/draft/discard", "");
        assertThat(discarded.json().get("revision").asInt()).isEqualTo(3);
        assertThat(discarded.json().get("changes").asInt()).isZero();

        JsonNode versions = program.get(path + "/versions").json().get("items");
        assertThat(versions.get(0).get("note").asString()).isEqualTo("first");
        assertThat(versions.get(0).get("live").asBoolean()).isTrue();
        assertThat(program.get(path + "/versions/1")
                        .json()
                        .get("blueprint")
                        .get("modules")
                        .size())
                .isEqualTo(2);
        assertThat(program.get(path + "/versions/2").status()).isEqualTo(404);
        assertThat(program.post(path + "/versions/1/restore", "").status()).isEqualTo(200);

        assertThat(program.post(path + "/off", "").json().get("on").asBoolean()).isFalse();
        assertThat(program.get(path).json().get("status").asString()).isEqualTo("off");
        assertThat(program.post(path + "/on", "").json().get("on").asBoolean()).isTrue();
        assertThat(program.delete(path).status()).isEqualTo(204);
        assertThat(program.get(path).status()).isEqualTo(404);
        assertThat(program.get(path + "/draft").json().get("code").asString()).isEqualTo("scenario-unknown");
    }

    @Test
    void replacingNeedsTheRevisionThatWasRead() {
        String path = create();

        assertThat(program.put(path + "/draft", ECHO).status()).isEqualTo(428);
        Caller.Reply late = program.with("If-Match", "\"7\"").put(path + "/draft", ECHO);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().get("revision").asInt()).isEqualTo(1);
        Caller.Reply put = program.with("If-Match", "\"1\"").put(path + "/draft", ECHO);
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"2\"");
        assertThat(program.with("If-Match", "*").put(path + "/draft", ECHO).status())
                .isEqualTo(200);
    }

    @Test
    void editsThatComeLateGetWhatHappenedSince() {
        String path = create();
        String rename = "{\"baseRevision\": 1, \"edits\": [{\"id\": \"r\", \"op\": \"rename\", \"name\": \"Other\"}]}";
        assertThat(program.post(path + "/draft/edits", rename).status()).isEqualTo(200);

        Caller.Reply late = program.post(path + "/draft/edits", rename);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("revision").asInt()).isEqualTo(2);
        assertThat(late.json().get("since").get(0).get("op").asString()).isEqualTo("rename");
        assertThat(late.json().get("since").get(0).get("id").asString()).isEqualTo("r");
        Caller.Reply refused = program.post(
                path + "/draft/edits",
                "{\"baseRevision\": 2, \"edits\": [{\"id\": \"x\", \"op\": \"removeModule\", \"no\": 9}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("index").asInt()).isZero();
        assertThat(refused.json().get("reason").asString()).isEqualTo("unknown-module");
    }

    @Test
    void whatIsWrongIsSaidInTheReadersLanguage() {
        Caller french = program.with("Accept-Language", "fr");
        Caller.Reply typo =
                french.post("/api/v1/scenarios", "{\"blueprint\": {\"modules\": [{\"no\": 1, \"modul\": \"a:b\"}]}}");
        assertThat(typo.status()).isEqualTo(422);
        assertThat(typo.header("Content-Type")).startsWith("application/problem+json");
        assertThat(typo.json().get("field").asString()).isEqualTo("blueprint.modules[0].modul");
        assertThat(typo.json().get("detail").asString()).contains("n’est pas connu ici");

        Caller.Reply broken = program.post("/api/v1/scenarios", "{\"name\": \n  oops}");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().get("line").asInt()).isEqualTo(2);
        assertThat(program.post("/api/v1/scenarios", "[1]").status()).isEqualTo(400);
        assertThat(program.post("/api/v1/scenarios", "{\"starter\": \"evening\"}")
                        .status())
                .isEqualTo(422);
        assertThat(program.post("/api/v1/scenarios", "[".repeat(50_000)).status())
                .isEqualTo(400);
        assertThat(program.post("/api/v1/scenarios", "\"" + "x".repeat(6_000_000) + "\"")
                        .status())
                .isEqualTo(413);
        assertThat(program.get("/api/v1/scenarios/abc").status()).isEqualTo(404);
        assertThat(Caller.nobody(port).get("/api/v1/scenarios").status()).isEqualTo(401);
        assertThat(program.with("Content-Type", "text/plain")
                        .post("/api/v1/scenarios", "{}")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aStarterSpeaksTheLanguageOfWhoAsksForIt() {
        JsonNode made = program.with("Accept-Language", "fr")
                .post("/api/v1/scenarios", "{\"starter\": \"morning\"}")
                .json();
        assertThat(made.get("name").asString()).isEqualTo("Tous les matins à 9 h");
        assertThat(made.get("trigger").get("kind").asString()).isEqualTo("schedule");
        assertThat(made.get("status").asString()).isEqualTo("draft");

        JsonNode listed = program.get("/api/v1/scenarios?q=tous%20les&status=draft&limit=1")
                .json();
        assertThat(listed.get("items").get(0).get("trigger").get("words").asString())
                .isEqualTo("Every day at 09:00");
        assertThat(program.get("/api/v1/scenarios?status=purple").status()).isEqualTo(400);
    }

    @Test
    void theSchemaIsPublished() {
        JsonNode schema = program.get("/api/v1/schema/blueprint.json").json();
        assertThat(schema.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void aBlueprintOfMakeCanBePublishedAtOnce() throws IOException {
        Caller.Reply imported = program.post("/api/v1/import", make("order-reply"));
        assertThat(imported.status()).isEqualTo(201);
        assertThat(imported.json().get("report").get("todo").isEmpty()).isTrue();
        JsonNode line = imported.json().get("report").get("modules").get(0);
        assertThat(line.get("id").asInt()).isEqualTo(1);
        assertThat(line.get("module").asString()).isEqualTo("gateway:CustomWebHook");
        assertThat(line.get("grade").asString()).isEqualTo("exact");
        assertThat(line.get("notes").isArray()).isTrue();
        String path = "/api/v1/scenarios/" + imported.json().get("scenarioId").asString();
        assertThat(program.post(path + "/publish", "{\"turnOn\": true}").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoBlueprintOfMakeIsRefusedAndNothingIsKept() throws IOException {
        int before =
                program.get("/api/v1/scenarios?limit=200").json().get("items").size();

        Caller.Reply broken = program.post("/api/v1/import", "{\"flow\": [\n[[[[");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().get("code").asString()).isEqualTo("not-imported");
        assertThat(broken.json().get("detail").asString()).contains("line 2");
        assertThat(program.post("/api/v1/import", "{}").status()).isEqualTo(422);
        assertThat(program.post("/api/v1/import", "{\"flow\":[".repeat(100_000)).status())
                .isEqualTo(400);
        assertThat(program.post("/api/v1/import", "\"" + "x".repeat(6_000_000) + "\"")
                        .status())
                .as("ten megabytes may come")
                .isEqualTo(400);
        assertThat(program.post("/api/v1/import", "\"" + "x".repeat(11_000_000) + "\"")
                        .status())
                .isEqualTo(413);

        assertThat(program.get("/api/v1/scenarios?limit=200")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(before);
    }

    private String create() {
        return "/api/v1/scenarios/"
                + program.post("/api/v1/scenarios", "{\"starter\": \"form\"}")
                        .json()
                        .get("id")
                        .asString();
    }

    private static String make(String name) throws IOException {
        try (var in = Objects.requireNonNull(ScenariosApiTest.class.getResourceAsStream("/make/" + name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
