package dev.tutti.trigger;

import static dev.tutti.trigger.Village.link;
import static dev.tutti.trigger.Village.module;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.Author;
import dev.tutti.scenario.Scenarios;
import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Runs through the doors of the API. */
@RunningTutti
class RunsApiTest {

    @LocalServerPort
    int port;

    @Autowired
    Scenarios scenarios;

    @Autowired
    Webhooks webhooks;

    Village village;
    Caller owner;

    @BeforeEach
    void found() {
        village = new Village(scenarios, webhooks, port);
        owner = village.owner();
    }

    /** webhook, iterator, compose, filter, aggregator, reply */
    private Village.House orders(String settings) {
        return village.publish(
                module(1, "webhook:receive", "{}")
                        + "," + module(2, "flow:iterator", "{\"array\":\"{{1.lines}}\"}")
                        + "," + module(3, "tools:compose", "{\"text\":\"{{2.sku}} x {{2.quantity}}\"}")
                        + ","
                        + module(
                                4,
                                "text:aggregator",
                                "{\"source\":2,\"separator\":\"other\",\"otherSeparator\":\"; \",\"text\":\"{{3.value}}\"}")
                        + "," + module(5, "webhook:reply", "{\"status\":\"200\",\"body\":\"{{4.text}}\"}"),
                link(1, 2)
                        + "," + link(2, 3)
                        + ",{\"from\":3,\"to\":4,\"order\":1,\"filter\":{\"name\":\"Many\",\"conditions\":[[{\"a\":\"{{2.quantity}}\",\"o\":\"number:greater\",\"b\":\"1\"}]]}}"
                        + "," + link(4, 5),
                settings);
    }

    private static final String BODY =
            "{\"lines\":[{\"sku\":\"A\",\"quantity\":1},{\"sku\":\"B\",\"quantity\":2},{\"sku\":\"C\",\"quantity\":3}]}";

    private String run(Village.House house) {
        Caller.Reply reply = village.nobody().post(house.path(), BODY);
        assertThat(reply.body()).isEqualTo("B x 2; C x 3");
        return reply.header("Tutti-Run");
    }

    @Test
    void theListAndTheDetailSayWhatHappened() {
        Village.House house = orders("");
        String id = run(house);

        JsonNode listed = owner.get("/api/v1/runs?scenario=" + house.id() + "&status=success,error")
                .json();
        assertThat(listed.get("items")).hasSize(1);
        JsonNode run = owner.get("/api/v1/runs/" + id).json();
        assertThat(run.get("status").asString()).isEqualTo("success");
        assertThat(run.get("trigger").asString()).isEqualTo("webhook");
        assertThat(run.get("version").asInt()).isEqualTo(1);
        assertThat(run.get("operations").asInt()).isEqualTo(7);
        assertThat(run.get("modules").toString())
                .contains("\"no\":1,\"operations\":1,\"ok\":1")
                .contains("\"no\":3,\"operations\":3,\"ok\":3")
                .contains("\"no\":4,\"operations\":1,\"ok\":1");
        assertThat(run.get("links").toString()).contains("{\"from\":3,\"to\":4,\"passed\":2,\"rejected\":1}");
        assertThat(owner.get("/api/v1/runs?status=error&scenario=" + house.id())
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(owner.get("/api/v1/runs?status=nonsense").status()).isEqualTo(400);
        assertThat(owner.get("/api/v1/runs/123").status()).isEqualTo(404);
        assertThat(owner.get("/api/v1/runs/abc").status()).isEqualTo(404);
        JsonNode blueprint = owner.get("/api/v1/runs/" + id + "/blueprint").json();
        assertThat(blueprint.get("blueprint").get("modules")).hasSize(5);
    }

    @Test
    void theJournalShowsInputsAgainAndPages() {
        String id = run(orders(""));

        JsonNode all =
                owner.get("/api/v1/runs/" + id + "/journal?inputs=true").json().get("items");

        assertThat(kinds(all))
                .containsExactly(
                        "1 call ok",
                        "2 iterate ok",
                        "3 call ok",
                        "4 filter rejected",
                        "3 call ok",
                        "4 filter passed",
                        "3 call ok",
                        "4 filter passed",
                        "4 aggregate ok",
                        "5 call ok");
        assertThat(all.get(0).get("output").get(0).get("lines")).hasSize(3);
        assertThat(all.get(1).get("output")).hasSize(3);
        assertThat(all.get(1).get("output").get(1).get("sku").asString()).isEqualTo("B");
        assertThat(all.get(4).get("input").get("text").asString()).isEqualTo("B x 2");
        assertThat(all.get(3).get("rows").get(0).get(0).toString())
                .isEqualTo("{\"a\":\"1\",\"o\":\"number:greater\",\"b\":\"1\",\"passed\":false}");
        assertThat(all.get(8).get("output").get(0).get("text").asString()).isEqualTo("B x 2; C x 3");

        List<String> paged = new ArrayList<>();
        String after = "0";
        while (after != null) {
            JsonNode page = owner.get("/api/v1/runs/" + id + "/journal?limit=2&after=" + after)
                    .json();
            paged.addAll(kinds(page.get("items")));
            JsonNode next = page.get("next");
            after = next == null || next.isNull() ? null : next.asString();
        }
        assertThat(paged).isEqualTo(kinds(all));
        assertThat(kinds(owner.get("/api/v1/runs/" + id + "/journal?module=3")
                        .json()
                        .get("items")))
                .hasSize(3);
    }

    private static List<String> kinds(JsonNode items) {
        List<String> kinds = new ArrayList<>();
        items.forEach(item -> kinds.add(item.get("module").asInt() + " "
                + item.get("kind").asString() + " "
                + item.get("status").asString()));
        return kinds;
    }

    @Test
    void aConfidentialRunKeepsNoDataButWhatHappened() {
        Village.House house = orders(",\"confidential\":true");
        String id = run(house);

        Caller.Reply journal = owner.get("/api/v1/runs/" + id + "/journal?inputs=true");

        assertThat(kinds(journal.json().get("items"))).hasSize(10);
        assertThat(journal.body()).doesNotContain("B x 2").doesNotContain("sku");
        assertThat(owner.post("/api/v1/runs/" + id + "/replay", "{}").status()).isEqualTo(409);
    }

    @Test
    void aReplayRunsTheLiveVersionWithTheOldInput() throws Exception {
        Village.House house = orders("");
        String id = run(house);
        scenarios.publish(house.id(), true, java.util.Optional.empty(), Author.SYSTEM);

        Caller.Reply replayed = owner.post("/api/v1/runs/" + id + "/replay", "{}");

        assertThat(replayed.status()).isEqualTo(202);
        String again = replayed.json().get("runId").asString();
        assertThat(events("/api/v1/runs/" + again + "/events", "end"))
                .last()
                .asString()
                .contains("\"status\":\"success\"");
        JsonNode run = owner.get("/api/v1/runs/" + again).json();
        assertThat(run.get("trigger").asString()).isEqualTo("replay");
        assertThat(run.get("replayOf").asString()).isEqualTo(id);
        assertThat(run.get("operations").asInt()).isEqualTo(7);
    }

    @Test
    void aStreamTellsTheTotalsAndTheEndAlsoOfARunThatIsOver() throws Exception {
        String id = run(orders(""));

        List<String> told = events("/api/v1/runs/" + id + "/events", "end");

        assertThat(told.getFirst()).startsWith("run {");
        assertThat(told)
                .anyMatch(line ->
                        line.startsWith("module ") && line.contains("\"no\":3,\"operations\":3,\"ok\":3,\"errors\":0"));
        assertThat(told).anyMatch(line -> line.startsWith("link ") && line.contains("\"passed\":2,\"rejected\":1"));
        assertThat(told.getLast()).startsWith("end {").contains("\"id\":\"" + id + "\"");
    }

    @Test
    void theStreamOfAScenarioTellsOfCapturesDraftsAndRuns() throws Exception {
        Village.House house = village.echo("{}");
        List<String> told = new ArrayList<>();
        follow("/api/v1/scenarios/" + house.id() + "/events", line -> {
            told.add(line);
            if (line.equals(": Tutti")) {
                owner.post("/api/v1/scenarios/" + house.id() + "/run", "{\"version\":\"draft\",\"capture\":true}");
                village.nobody().post(house.path(), "{\"a\":1}");
            }
            long ended = told.stream().filter(each -> each.startsWith("end ")).count();
            return ended < 2 || told.stream().noneMatch(each -> each.contains("captured"));
        });
        assertThat(told).contains("capture {\"state\":\"waiting\"}", "capture {\"state\":\"captured\"}");
        assertThat(told).anyMatch(line -> line.startsWith("end ") && line.contains("\"test\":true"));
        assertThat(told).anyMatch(line -> line.startsWith("end ") && line.contains("\"test\":false"));
    }

    @Test
    void aProgramMayRunADraftAndWaitForItsEnd() {
        var draft = village.draft(
                module(1, "webhook:receive", "{}")
                        + ","
                        + module(2, "webhook:reply", "{\"status\":\"201\",\"body\":\"{{1.n}}\"}"),
                link(1, 2),
                "");
        Caller.Reply ran = owner.post("/api/v1/scenarios/" + draft + "/run?wait=20", "{\"data\":{\"n\":7}}");
        assertThat(ran.status()).as(ran.body()).isEqualTo(200);
        assertThat(ran.json().get("status").asString()).isEqualTo("success");
        assertThat(ran.json().get("reply").get("status").asInt()).isEqualTo(201);
        assertThat(ran.json().get("reply").get("body").asString()).isEqualTo("7");
        String id = ran.json().get("runId").asString();
        JsonNode run = owner.get("/api/v1/runs/" + id).json();
        assertThat(run.get("test").asBoolean()).isTrue();
        assertThat(run.get("trigger").asString()).isEqualTo("api");

        assertThat(owner.post("/api/v1/scenarios/" + draft + "/run", "{\"version\":\"live\"}")
                        .status())
                .isEqualTo(409);
        assertThat(owner.post("/api/v1/scenarios/" + draft + "/run", "{\"data\":5}")
                        .status())
                .isEqualTo(422);
        assertThat(owner.post("/api/v1/scenarios/1/run", "{}").status()).isEqualTo(404);
        assertThat(owner.post("/api/v1/scenarios/" + draft + "/run", null).status())
                .isEqualTo(202);
    }

    @Test
    void aSleepingRunCanBeStopped() throws Exception {
        Village.House house = village.publish(
                module(1, "webhook:receive", "{}")
                        + "," + module(2, "tools:sleep", "{\"seconds\":\"250\"}")
                        + "," + module(3, "tools:compose", "{\"text\":\"never\"}"),
                link(1, 2) + "," + link(2, 3));
        String id = village.nobody().post(house.path(), "{}").header("Tutti-Run");
        assertThat(events("/api/v1/runs/" + id + "/events", "waiting")).isNotEmpty();

        Caller.Reply stopped = owner.post("/api/v1/runs/" + id + "/stop", "{}");

        assertThat(stopped.json().get("status").asString()).isEqualTo("stopped");
        assertThat(owner.get("/api/v1/runs?status=waiting&scenario=" + house.id())
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void theNextTimesOfAScheduleAreTold() {
        Caller.Reply next = owner.post(
                "/api/v1/schedules/next",
                "{\"schedule\":{\"kind\":\"daily\",\"time\":\"09:00\"},\"timeZone\":\"Europe/Paris\",\"count\":3}");
        assertThat(next.json().get("times")).hasSize(3);
        assertThat(next.json().get("zone").asString()).isEqualTo("Europe/Paris");

        Caller.Reply wrong =
                owner.post("/api/v1/schedules/next", "{\"schedule\":{\"kind\":\"daily\",\"time\":\"9h\"}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("detail").asString()).contains("“9h” is not a time");
        assertThat(owner.post("/api/v1/schedules/next", "{\"timeZone\":\"Mars\"}")
                        .status())
                .isEqualTo(422);
    }

    private interface Listener {
        /** Whether to go on. */
        boolean hear(String line);
    }

    private List<String> events(String path, String until) throws Exception {
        List<String> told = new ArrayList<>();
        follow(path, line -> {
            told.add(line);
            return !line.startsWith(until + " ") && !line.contains("\"status\":\"" + until + "\"");
        });
        return told.stream().filter(line -> !line.startsWith(":")).toList();
    }

    /** Reads a stream as lines of name and data. */
    private void follow(String path, Listener listener) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + RunningTutti.TOKEN)
                .header("Accept", "text/event-stream")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<java.io.InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                String name = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        name = line.substring(6).strip();
                    }
                    boolean data = line.startsWith("data:");
                    if (data || line.startsWith(":")) {
                        String heard = data
                                ? name + " " + line.substring(5).strip()
                                : ": " + line.substring(1).strip();
                        if (!listener.hear(heard)) {
                            client.shutdownNow();
                            return;
                        }
                    }
                }
            }
        }
    }
}
