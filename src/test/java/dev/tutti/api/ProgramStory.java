package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.tutti.testing.Caller;
import dev.tutti.testing.Caller.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program does with Tutti from its first request to a finished run, over HTTP and with a token alone. The names
 * and shapes are fixed: other programs rely on them.
 */
abstract class ProgramStory {

    private static final String API = "/api/v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A shop of somebody else: it knows order 7, and everything else is broken. */
    private static HttpServer shop;

    @LocalServerPort
    int port;

    private Caller owner;
    private Caller nobody;

    @BeforeAll
    static void openShop() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            boolean known = exchange.getRequestURI().getPath().endsWith("/7");
            byte[] body = (known ? "{\"customer\":\"Ada\"}" : "{\"error\":\"the shop is closed\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : 500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        shop.start();
    }

    @AfterAll
    static void closeShop() {
        shop.stop(0);
    }

    @BeforeEach
    void arrive() {
        nobody = Caller.nobody(port).with("Accept-Language", "en");
        owner = Caller.owner(port).with("Accept-Language", "en");
    }

    @Test
    void aBlueprintOfMakeRunsAfterTwoRequests() {
        JsonNode imported = ok(201, owner.post(API + "/import", ORDERS));
        String id = imported.get("scenarioId").asString();
        assertThat(imported.get("report").get("todo")).isEmpty();
        assertThat(each(imported.get("report").get("modules"), "grade")).containsOnly("exact");
        assertThat(each(imported.get("report").get("modules"), "module"))
                .containsExactly("gateway:CustomWebHook", "util:SetVariables", "gateway:WebhookRespond");

        JsonNode published = ok(200, owner.post(scenario(id) + "/publish", "{\"turnOn\":true}"));
        assertThat(published.get("version").asInt()).isEqualTo(1);
        assertThat(published.get("on").asBoolean()).isTrue();
        String address = published.get("webhookUrl").asString();
        assertThat(address).startsWith("http://localhost:" + port + "/hook/");

        Reply reply = nobody.post(path(address), "{\"name\":\"ada\",\"total\":300}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).isEqualTo("Hello ADA: 600");
        assertThat(reply.header("X-A")).isEqualTo("b");

        JsonNode run = only(ok(200, owner.get(API + "/runs?scenario=" + id)).get("items"));
        assertThat(run.get("scenarioId").asString()).isEqualTo(id);
        assertThat(run.get("scenarioName").asString()).isEqualTo("Orders");
        assertThat(run.get("version").asInt()).isEqualTo(1);
        assertThat(run.get("test").asBoolean()).isFalse();
        assertThat(run.get("status").asString()).isEqualTo("success");
        assertThat(run.get("trigger").asString()).isEqualTo("webhook");
        assertThat(run.get("operations").asInt()).isPositive();
        assertThat(run.get("error").isNull()).isTrue();

        String runId = run.get("id").asString();
        JsonNode detail = ok(200, owner.get(API + "/runs/" + runId));
        assertThat(each(detail.get("modules"), "no")).containsExactly("1", "2", "3");
        assertThat(each(detail.get("modules"), "status")).containsOnly("ok");
        JsonNode journal = ok(200, owner.get(API + "/runs/" + runId + "/journal?inputs=true"));
        JsonNode variables = first(journal.get("items"), "module", "2");
        assertThat(variables.get("output").get(0).get("who").asString()).isEqualTo("ADA");
        assertThat(variables.get("output").get(0).get("total").asInt()).isEqualTo(600);
        JsonNode answered = first(journal.get("items"), "path", "3#0");
        assertThat(answered.toString()).contains("Hello ADA: 600");
        assertThat(journal.get("next").isNull()).isTrue();

        String again = ok(202, owner.post(API + "/runs/" + runId + "/replay", ""))
                .get("runId")
                .asString();
        JsonNode replayed = ended(again);
        assertThat(replayed.get("status").asString()).isEqualTo("success");
        assertThat(replayed.get("trigger").asString()).isEqualTo("replay");
        assertThat(replayed.get("replayOf").asString()).isEqualTo(runId);

        JsonNode waited =
                ok(200, owner.post(scenario(id) + "/run?wait=20", "{\"data\":{\"name\":\"bob\",\"total\":400}}"));
        assertThat(waited.get("status").asString()).isEqualTo("success");
        assertThat(waited.get("reply").get("status").asInt()).isEqualTo(201);
        assertThat(waited.get("reply").get("body").asString()).isEqualTo("Hello BOB: 800");
        String started = ok(202, owner.post(scenario(id) + "/run", "{\"data\":{\"name\":\"eve\",\"total\":1}}"))
                .get("runId")
                .asString();
        assertThat(ended(started).get("trigger").asString()).isEqualTo("api");
    }

    @Test
    void aScenarioIsDrawnByAProgramAndNobodysWorkIsOverwritten() {
        Reply created = owner.post(API + "/scenarios", "{\"name\":\"Drawn\"}");
        String id = ok(201, created).get("id").asString();
        Reply draft = owner.get(scenario(id) + "/draft");
        String read = draft.header("ETag");
        assertThat(read).matches("\"\\d+\"");
        assertThat(draft.json().get("revision").asString()).isEqualTo(read.replace("\"", ""));
        assertThat(draft.json().get("blueprint").get("modules")).isEmpty();

        String blueprint = blueprint("{\"status\":\"200\",\"body\":\"Hi {{1.name}}\"}");
        Reply put = owner.with("If-Match", read).put(scenario(id) + "/draft", blueprint);
        assertThat(ok(200, put).get("blueprint").get("modules")).hasSize(2);
        assertThat(put.header("ETag")).isNotEqualTo(read);

        Reply late = owner.with("If-Match", read).put(scenario(id) + "/draft", blueprint);
        assertThat(problem(412, "draft-changed", late).get("revision").asString())
                .isEqualTo(put.header("ETag").replace("\"", ""));
        problem(428, "revision-missing", owner.put(scenario(id) + "/draft", blueprint));

        long revision = put.json().get("revision").asLong();
        String rename =
                "{\"baseRevision\":%d,\"edits\":[{\"id\":\"e1\",\"op\":\"renameModule\",\"no\":2,\"name\":\"Greet\"}]}";
        JsonNode edited = ok(200, owner.post(scenario(id) + "/draft/edits", rename.formatted(revision)));
        assertThat(edited.get("revision").asLong()).isEqualTo(revision + 1);
        JsonNode conflict =
                problem(409, "draft-changed", owner.post(scenario(id) + "/draft/edits", rename.formatted(revision)));
        assertThat(conflict.get("revision").asLong()).isEqualTo(revision + 1);
        assertThat(each(conflict.get("since"), "op")).containsExactly("renameModule");

        JsonNode first = ok(200, owner.post(scenario(id) + "/publish", "{\"turnOn\":true}"));
        String hook = path(first.get("webhookUrl").asString());
        assertThat(nobody.post(hook, "{\"name\":\"Ada\"}").body()).isEqualTo("Hi Ada");

        Reply second = owner.with("If-Match", "*")
                .put(scenario(id) + "/draft", blueprint("{\"status\":\"200\",\"body\":\"Bye {{1.name}}\"}"));
        assertThat(ok(200, second).get("changes").asInt()).isPositive();
        assertThat(nobody.post(hook, "{\"name\":\"Ada\"}").body()).isEqualTo("Hi Ada");
        assertThat(ok(
                                200,
                                owner.post(
                                        scenario(id) + "/run?wait=20",
                                        "{\"version\":\"draft\",\"data\":{\"name\":\"Ada\"}}"))
                        .get("reply")
                        .get("body")
                        .asString())
                .isEqualTo("Bye Ada");
        assertThat(ok(200, owner.post(scenario(id) + "/publish", "{}"))
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(nobody.post(hook, "{\"name\":\"Ada\"}").body()).isEqualTo("Bye Ada");
        assertThat(each(ok(200, owner.get(scenario(id) + "/versions")).get("items"), "version"))
                .containsExactly("2", "1");
        JsonNode restored = ok(200, owner.post(scenario(id) + "/versions/1/restore", ""));
        assertThat(restored.get("blueprint").toString()).contains("Hi {{1.name}}");
        JsonNode discarded = ok(200, owner.post(scenario(id) + "/draft/discard", ""));
        assertThat(discarded.get("changes").asInt()).isZero();
    }

    @Test
    void whatIsWrongWithADraftIsSaidBeforeItIsPublished() {
        String id = create("Wrong", blueprint("{\"status\":\"200\",\"body\":\"{{nosuch(1.name)}}\"}"));
        JsonNode blocked = problem(422, "has-problems", owner.post(scenario(id) + "/publish", "{\"turnOn\":true}"));
        JsonNode wrong = first(blocked.get("problems"), "severity", "error");
        assertThat(wrong.get("module").asInt()).isEqualTo(2);
        assertThat(wrong.get("field").asString()).isEqualTo("body");
        assertThat(wrong.get("message").asString()).contains("nosuch");
        assertThat(ok(200, owner.get(scenario(id))).get("live").isNull()).isTrue();
    }

    @Test
    void whatIsOffAnswersGoneAndStoresNothing() {
        String id = create("Off", blueprint("{\"status\":\"200\",\"body\":\"here\"}"));
        String hook = path(ok(200, owner.post(scenario(id) + "/publish", "{\"turnOn\":true}"))
                .get("webhookUrl")
                .asString());
        assertThat(nobody.get(hook).body()).isEqualTo("here");
        assertThat(ok(200, owner.post(scenario(id) + "/off", "")).get("on").asBoolean())
                .isFalse();
        assertThat(nobody.get(hook).status()).isEqualTo(410);
        assertThat(ok(200, owner.get(API + "/runs?scenario=" + id)).get("items"))
                .hasSize(1);
        ok(200, owner.post(scenario(id) + "/on", ""));
        assertThat(nobody.get(hook).status()).isEqualTo(200);

        assertThat(owner.delete(scenario(id)).status()).isEqualTo(204);
        problem(404, "scenario-unknown", owner.get(scenario(id)));
        assertThat(nobody.get(hook).status()).isIn(404, 410);
        assertThat(ok(200, owner.get(API + "/runs?scenario=" + id)).get("items"))
                .hasSize(2);
    }

    @Test
    void badRequestsAreClearProblemsAndLeaveNothingBehind() {
        String id = create("Strict", blueprint("{\"status\":\"200\",\"body\":\"ok\"}"));
        String hook = path(ok(200, owner.post(scenario(id) + "/publish", "{\"turnOn\":true}"))
                .get("webhookUrl")
                .asString());
        String long5 = "{\"a\":\"" + "x".repeat(5 * 1024 * 1024 + 1) + "\"}";
        assertThat(nobody.post(hook, long5).status()).isEqualTo(413);
        assertThat(nobody.post(hook, "{\"a\":").status()).isEqualTo(400);
        assertThat(nobody.post(hook, "[".repeat(10_000)).status()).isEqualTo(400);
        assertThat(nobody.post("/hook/nobody-knows-this-token", "{}").status()).isEqualTo(404);
        assertThat(ok(200, owner.get(API + "/runs?scenario=" + id)).get("items"))
                .isEmpty();

        problem(413, "too-large", owner.with("If-Match", "*").put(scenario(id) + "/draft", long5));
        problem(400, "bad-json", owner.post(API + "/scenarios", "{\"name\":"));
        problem(422, "invalid-blueprint", owner.post(API + "/scenarios", "{\"blueprint\":{\"modules\":7}}"));
        problem(401, "not-signed-in", nobody.get(API + "/scenarios"));
        for (String unknown : List.of(
                "/scenarios/1/draft", "/runs/1", "/runs/1/journal", "/runs/1/events", "/connections/1", "/nothing")) {
            assertThat(owner.get(API + unknown).status()).as(unknown).isEqualTo(404);
            assertThat(owner.get(API + unknown).header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void aRunThatFailedIsKeptAndGoesOnWithEditedData() {
        String id = create("Kept orders", """
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{}},
                 {"no":2,"module":"http:request","version":1,"name":"Ask the shop","at":[300,0],
                  "values":{"url":"http://127.0.0.1:%d/orders/{{1.order}}","method":"GET"}}],
                 "links":[{"from":1,"to":2,"order":1}],
                 "notes":[],"settings":{"timeZone":"Europe/Paris","locale":"en"}}""".formatted(shop.getAddress().getPort()));
        String hook = path(ok(200, owner.post(scenario(id) + "/publish", "{\"turnOn\":true}"))
                .get("webhookUrl")
                .asString());
        assertThat(nobody.post(hook, "{\"order\":8}").status()).isEqualTo(200);
        String of = API + "/incompletes?scenario=" + id;
        await().until(() -> ok(200, owner.get(of)).get("items").size() == 1);
        JsonNode item = ok(200, owner.get(of)).get("items").get(0);
        assertThat(item.get("kind").asString()).isEqualTo("run");
        assertThat(item.get("moduleName").asString()).isEqualTo("Ask the shop");
        String one = API + "/incompletes/" + item.get("id").asString();
        JsonNode detail = ok(200, owner.get(one));
        assertThat(detail.get("upstream").get(0).get("bundle").get("order").asInt())
                .isEqualTo(8);
        assertThat(detail.get("input").get("url").asString()).endsWith("/orders/8");
        assertThat(detail.get("effects").get("kept")).isEmpty();
        problem(422, "incomplete-module", owner.post(one + "/retry", "{\"outputs\":{\"9\":{}}}"));
        problem(404, "not-found", owner.get(API + "/incompletes/12"));
        problem(400, "bad-parameter", owner.get(of + "&state=sad"));

        String run = ok(202, owner.post(one + "/retry", "{\"outputs\":{\"1\":{\"order\":7}}}"))
                .get("runId")
                .asString();
        assertThat(run).isEqualTo(item.get("runId").asString());
        await().until(() -> ok(200, owner.get(API + "/runs/" + run))
                .get("status")
                .asString()
                .equals("success"));
        assertThat(ok(200, owner.get(one)).get("item").get("how").asString()).isEqualTo("edited");
        problem(409, "incomplete-not-open", owner.post(one + "/retry", "{}"));

        assertThat(nobody.post(hook, "{\"order\":8}").status()).isEqualTo(200);
        await().until(() -> ok(200, owner.get(of + "&state=unresolved,scheduled"))
                        .get("items")
                        .size()
                == 1);
        problem(422, "invalid-field", owner.post(API + "/incompletes/drop", "{}"));
        assertThat(ok(200, owner.post(API + "/incompletes/drop", "{\"scenario\":\"" + id + "\"}"))
                        .get("count")
                        .asInt())
                .isEqualTo(1);

        String again = ok(
                        202,
                        owner.post(API + "/runs/" + run + "/replay", "{\"version\":\"draft\",\"data\":{\"order\":7}}"))
                .get("runId")
                .asString();
        await().until(() -> ok(200, owner.get(API + "/runs/" + again))
                .get("status")
                .asString()
                .equals("success"));
        assertThat(ok(200, owner.get(API + "/runs/" + again)).get("replayOf").asString())
                .isEqualTo(run);
        assertThat(ok(200, owner.get(API + "/runs/" + run + "/effects?from=2")).get("again"))
                .isNotNull();
        problem(422, "replay-module", owner.post(API + "/runs/" + run + "/replay", "{\"from\":9}"));
        problem(422, "invalid-field", owner.post(API + "/runs/" + run + "/replay", "{\"version\":\"old\"}"));
        assertThat(ok(202, owner.post(API + "/runs/replay", "{\"scenario\":\"" + id + "\",\"status\":\"success\"}"))
                        .get("count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aScenarioWithInputsIsGivenThemAndGivesItsOutputsBack() {
        String id = create("Double", """
                {"modules":[
                 {"no":1,"module":"scenario:start","version":1,"at":[0,0],"values":{}},
                 {"no":2,"module":"scenario:return","version":1,"at":[300,0],
                  "values":{"outputs":{"total":"{{1.amount * 2}}","who":"{{var.input.who}}"}}}],
                 "links":[{"from":1,"to":2,"order":1}],"notes":[],
                 "settings":{"timeZone":"Europe/Paris","locale":"en","inputs":[
                  {"name":"amount","type":"number","required":true},
                  {"name":"who","type":"text","default":"Ada"}]}}""");
        String run = scenario(id) + "/run?wait=20";
        problem(422, "invalid-field", owner.post(run, "{\"data\":{\"who\":\"Bob\"}}"));
        problem(422, "invalid-field", owner.post(run, "{\"data\":{\"amount\":\"much\"}}"));
        JsonNode answer = ok(200, owner.post(run, "{\"data\":{\"amount\":\"21\"}}"));
        assertThat(answer.get("status").asString()).isEqualTo("success");
        assertThat(answer.get("outputs").get("total").asInt()).isEqualTo(42);
        assertThat(answer.get("outputs").get("who").asString()).isEqualTo("Ada");
        assertThat(ok(200, owner.get(API + "/runs/" + answer.get("runId").asString()))
                        .get("outputs")
                        .get("total")
                        .asInt())
                .isEqualTo(42);
    }

    @Test
    void aFailureNamesItsModuleAndIsFoundByItsWords() {
        String failing = """
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{}},
                 {"no":2,"module":"http:request","version":1,"name":"Ask the shop","at":[300,0],
                  "values":{"url":"http://127.0.0.1:%d/orders/{{1.order}}","method":"GET"}},
                 {"no":3,"module":"webhook:reply","version":1,"at":[600,0],
                  "values":{"status":"200","body":"{{2.data.customer}}"}}],
                 "links":[{"from":1,"to":2,"order":1},{"from":2,"to":3,"order":1}],
                 "notes":[],"settings":{"timeZone":"Europe/Paris","locale":"en","incompletes":false}}""".formatted(shop.getAddress().getPort());
        String id = create("Shop questions", failing);
        String hook = path(ok(200, owner.post(scenario(id) + "/publish", "{\"turnOn\":true}"))
                .get("webhookUrl")
                .asString());
        assertThat(nobody.post(hook, "{\"order\":7}").body()).isEqualTo("Ada");
        assertThat(nobody.post(hook, "{\"order\":8}").status()).isEqualTo(500);
        assertThat(nobody.post(hook, "{\"order\":7}").body()).isEqualTo("Ada");

        JsonNode all = ok(200, owner.get(API + "/runs?scenario=" + id)).get("items");
        assertThat(each(all, "status")).containsExactly("success", "error", "success");
        JsonNode failed = all.get(1);
        JsonNode error = failed.get("error");
        assertThat(error.get("module").asInt()).isEqualTo(2);
        assertThat(error.get("moduleName").asString()).isEqualTo("Ask the shop");
        assertThat(error.get("message").asString()).contains("500");
        assertThat(error.get("advice").asString()).isNotBlank();
        JsonNode counts = first(
                ok(200, owner.get(API + "/runs/" + failed.get("id").asString())).get("modules"), "no", "2");
        assertThat(counts.get("status").asString()).isEqualTo("error");

        String of = API + "/runs?scenario=" + id;
        String when = failed.get("startedAt").asString();
        assertThat(ids(of + "&status=error")).containsExactly(failed.get("id").asString());
        assertThat(ids(of + "&status=error,success")).hasSize(3);
        assertThat(ids(of + "&text=SHOP%20QUEST")).hasSize(3);
        assertThat(ids(of + "&status=error&text=500")).hasSize(1);
        assertThat(ids(of + "&text=no-such-words")).isEmpty();
        assertThat(ids(of + "&from=" + when))
                .hasSize(2)
                .contains(failed.get("id").asString());
        assertThat(ids(of + "&to=" + when)).doesNotContain(all.get(0).get("id").asString());
        assertThat(ids(of + "&from=2999-01-01")).isEmpty();
        problem(400, "bad-parameter", owner.get(of + "&status=sad"));
        problem(400, "bad-parameter", owner.get(of + "&from=yesterday"));

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ok(200, owner.get(of + "&limit=1" + cursor));
            paged.addAll(each(page.get("items"), "id"));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(paged).containsExactlyElementsOf(each(all, "id"));
    }

    @Test
    void aStreamTellsHowARunWentAndCanBeTakenUpAgain() {
        String id = create("Streamed", blueprint("{\"status\":\"200\",\"body\":\"{{1.name}}\"}"));
        ok(200, owner.post(scenario(id) + "/publish", "{\"turnOn\":false}"));
        String run = ok(202, owner.post(scenario(id) + "/run", "{\"data\":{\"name\":\"Ada\"}}"))
                .get("runId")
                .asString();
        Reply stream = owner.get(API + "/runs/" + run + "/events");
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.body()).contains("event:module").contains("event:end");
        List<String> ids = stream.body()
                .lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .toList();
        assertThat(ids).isNotEmpty();
        Reply resumed = owner.with("Last-Event-ID", ids.getLast()).get(API + "/runs/" + run + "/events");
        assertThat(resumed.body()).contains("event:end");
        assertThat(resumed.body().length()).isLessThanOrEqualTo(stream.body().length());
    }

    @Test
    void aMappingIsTriedOutBeforeItRuns() {
        String id = create("Tried", blueprint("{\"status\":\"200\",\"body\":\"x\"}"));
        ok(200, owner.post(scenario(id) + "/run?wait=20", "{\"version\":\"draft\",\"data\":{\"total\":1240.5}}"));
        JsonNode shown = ok(200, preview(id, "Sum {{formatNumber(1.total; 2; \\\",\\\"; \\\" \\\")}}"));
        assertThat(shown.get("ok").asBoolean()).as(shown.toString()).isTrue();
        assertThat(shown.get("value").asString()).isEqualTo("Sum 1 240,50");
        assertThat(shown.get("run").get("id").asString()).isNotBlank();
        JsonNode wrong = ok(200, preview(id, "{{upper(parseDate(\\\"no date\\\"; \\\"YYYY\\\"))}}"));
        assertThat(wrong.get("ok").asBoolean()).isFalse();
        assertThat(wrong.get("error").get("function").asString()).isEqualTo("parseDate");
        assertThat(wrong.get("error").get("to").asInt())
                .isGreaterThan(wrong.get("error").get("from").asInt());
    }

    @Test
    void theCatalogueTheSchemaAndTheDescriptionAreThere() {
        JsonNode modules = ok(200, owner.get(API + "/modules")).get("items");
        assertThat(each(modules, "ref"))
                .contains(
                        "webhook:receive",
                        "webhook:reply",
                        "schedule:clock",
                        "http:request",
                        "json:parse",
                        "json:create",
                        "tools:setVariable",
                        "tools:getVariable",
                        "flow:iterator",
                        "flow:router",
                        "flow:arrayAggregator",
                        "text:aggregator",
                        "tools:compose",
                        "tools:sleep",
                        "datastore:add",
                        "datastore:get",
                        "datastore:search",
                        "datastore:update",
                        "datastore:delete",
                        "datastore:count",
                        "email:send");
        JsonNode schema = ok(200, owner.get(API + "/schema/blueprint.json"));
        assertThat(schema.get("$schema").asString()).startsWith("https://json-schema.org/");
        Set<String> paths = new TreeSet<>(
                ok(200, owner.get(API + "/openapi.json")).get("paths").propertyNames());
        assertThat(paths)
                .contains(
                        API + "/scenarios",
                        API + "/scenarios/{id}/draft",
                        API + "/scenarios/{id}/publish",
                        API + "/scenarios/{id}/run",
                        API + "/scenarios/{id}/on",
                        API + "/scenarios/{id}/off",
                        API + "/scenarios/{id}/versions",
                        API + "/scenarios/{id}/events",
                        API + "/runs",
                        API + "/runs/{id}",
                        API + "/runs/{id}/journal",
                        API + "/runs/{id}/replay",
                        API + "/runs/{id}/events",
                        API + "/modules",
                        API + "/schema/blueprint.json",
                        API + "/preview",
                        API + "/import",
                        API + "/webhooks",
                        API + "/connections");
        assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
    }

    private Reply preview(String id, String text) {
        return owner.post(
                API + "/preview",
                "{\"scenarioId\":\"%s\",\"module\":2,\"field\":\"body\",\"text\":\"%s\"}".formatted(id, text));
    }

    private String create(String name, String blueprint) {
        return ok(201, owner.post(API + "/scenarios", "{\"name\":\"%s\",\"blueprint\":%s}".formatted(name, blueprint)))
                .get("id")
                .asString();
    }

    /** Follows the run's stream to its end. */
    private JsonNode ended(String run) {
        assertThat(owner.get(API + "/runs/" + run + "/events").body()).contains("event:end");
        return ok(200, owner.get(API + "/runs/" + run));
    }

    private List<String> ids(String runs) {
        return each(ok(200, owner.get(runs)).get("items"), "id");
    }

    private static JsonNode ok(int status, Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply.json();
    }

    /** A problem as RFC 9457 has it, with a sentence for a person. */
    private static JsonNode problem(int status, String code, Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(reply.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.has("type")).isTrue();
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).contains(" ").doesNotContain("Exception");
        return problem;
    }

    private static String scenario(String id) {
        return API + "/scenarios/" + id;
    }

    private static String path(String url) {
        return url.replaceFirst("https?://[^/]+", "");
    }

    private static JsonNode only(JsonNode items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static JsonNode first(JsonNode items, String field, String value) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get(field).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(items.toString()));
    }

    private static List<String> each(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asString())
                .toList();
    }

    private static String blueprint(String replyValues) {
        return """
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{}},
                 {"no":2,"module":"webhook:reply","version":1,"at":[300,0],"values":%s}],
                 "links":[{"from":1,"to":2,"order":1}],
                 "notes":[],"settings":{"timeZone":"Europe/Paris","locale":"en"}}""".formatted(replyValues);
    }

    private static final String ORDERS = """
            {"name":"Orders","flow":[
            {"id":1,"module":"gateway:CustomWebHook","version":1,"parameters":{"hook":12,"maxResults":1},"mapper":{},
             "metadata":{"designer":{"x":0,"y":0,"name":"Order received"}}},
            {"id":2,"module":"util:SetVariables","version":1,"parameters":{},
             "mapper":{"variables":[{"name":"total","value":"{{1.total * 2}}"},{"name":"who","value":"{{upper(1.name)}}"}],
              "scope":"roundtrip"},
             "metadata":{"designer":{"x":300,"y":0}}},
            {"id":3,"module":"gateway:WebhookRespond","version":1,"parameters":{},
             "filter":{"name":"big","conditions":[[{"a":"{{2.total}}","b":"1","o":"number:greater"}]]},
             "mapper":{"status":"201","body":"Hello {{2.who}}: {{2.total}}","headers":[{"key":"X-A","value":"b"}]},
             "metadata":{"designer":{"x":600,"y":0}}}],
            "metadata":{"version":1,"scenario":{"roundtrips":1,"maxErrors":3,"autoCommit":true,"sequential":false,
             "confidential":false,"dlq":false}}}""";
}
