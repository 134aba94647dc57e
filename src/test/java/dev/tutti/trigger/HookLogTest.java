package dev.tutti.trigger;

import static dev.tutti.trigger.Village.link;
import static dev.tutti.trigger.Village.module;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.run.Runs;
import dev.tutti.scenario.Scenarios;
import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written down of requests. */
@RunningTutti
class HookLogTest {

    @LocalServerPort
    int port;

    @Autowired
    Scenarios scenarios;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Runs runs;

    @Autowired
    HookLog log;

    @Autowired
    JdbcClient database;

    Village village;

    @BeforeEach
    void found() {
        village = new Village(scenarios, webhooks, port);
    }

    /** What was written down, once it is so many; an answer may be there a moment before its line. */
    private Caller.Reply log(Village.House house, String query, int lines) {
        Instant until = Instant.now().plusSeconds(20);
        log.write();
        while (stored(house) < lines) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(5_000_000);
            log.write();
        }
        return log(house, query);
    }

    private Caller.Reply log(Village.House house, String query) {
        Caller.Reply reply = village.owner().get("/api/v1/webhooks/" + house.id() + "/requests" + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    private int stored(Village.House house) {
        return database.sql("select count(*) from hook_request where scenario_id = ?")
                .param(house.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aRequestIsWrittenDownWithItsAnswerItsDataAndItsRun() {
        Village.House house = village.echo("{}");
        village.nobody()
                .with("X-Shop", "12")
                .with("Content-Type", "application/json")
                .post(house.path() + "?q=1", "{\"n\":7}");

        Caller.Reply reply = log(house, "", 1);

        var request = reply.json().at("/items/0/request");
        assertThat(reply.json().get("items").size()).isEqualTo(1);
        assertThat(reply.json().at("/items/0/status").asInt()).isEqualTo(200);
        assertThat(reply.json().at("/items/0/runId").asString())
                .isEqualTo(runs.newest(house.id(), 1).getFirst().id().toString());
        assertThat(request.get("method").asString()).isEqualTo("POST");
        assertThat(request.get("query").asString()).isEqualTo("q=1");
        assertThat(request.get("body").asString()).isEqualTo("{\"n\":7}");
        assertThat(request.get("answer").asString()).contains("\"n\":7");
        assertThat(request.at("/parsed/0").toString()).isEqualTo("{\"q\":\"1\",\"n\":7}");
        assertThat(request.get("headers").toString()).contains("{\"name\":\"x-shop\",\"value\":\"12\"}");
    }

    @Test
    void whatIsSecretIsNotWrittenDown() {
        Village.House house = village.publish(
                module(1, "webhook:receive", "{\"headers\":true}") + ","
                        + module(2, "tools:compose", "{\"text\":\"x\"}"),
                link(1, 2));
        village.owner()
                .call(
                        "PATCH",
                        "/api/v1/webhooks/" + house.id(),
                        "{\"apiKeys\":[{\"name\":\"a\",\"key\":\"planted-api-key-0123\"}]}");
        village.nobody()
                .with("x-tutti-apikey", "planted-api-key-0123")
                .with("Authorization", "Bearer planted-bearer")
                .with("Cookie", "a=planted-cookie")
                .with("X-Hub-Signature-256", "planted-signature")
                .post(house.path() + "?token=planted-token&q=1", "{}");

        String shown = log(house, "", 1).json().at("/items/0/request/headers").toString()
                + log(house, "").json().at("/items/0/request/query").asString();

        assertThat(shown).contains("x-tutti-apikey", "authorization", "q=1").doesNotContain("planted");
        byte[] stored = database.sql("select entry from hook_request where scenario_id = ?")
                .param(house.id().value())
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.UTF_8))
                .doesNotContain("planted-api-key", "planted-cookie", "planted-signature");
    }

    @Test
    void ofAConfidentialScenarioNoDataIsWrittenDown() {
        Village.House house = village.publish(
                module(1, "webhook:receive", "{}") + ","
                        + module(2, "webhook:reply", "{\"status\":\"200\",\"body\":\"{{1.n}}\"}"),
                link(1, 2),
                ",\"confidential\":true");
        village.nobody().with("X-Name", "planted header").post(house.path() + "?who=planted", "{\"n\":\"planted\"}");

        Caller.Reply reply = log(house, "", 1);

        assertThat(reply.body()).contains("\"confidential\":true", "x-name").doesNotContain("planted");
        assertThat(reply.json().at("/items/0/request/size").asInt()).isEqualTo(15);
    }

    @Test
    void whatWasRefusedIsWrittenDownWithTheReasonAndCanBeFilteredFor() {
        Village.House house = village.silent();
        village.nobody().post(house.path(), "{\"n\":1}");
        village.nobody().with("Content-Type", "application/json").post(house.path(), "{\"n\":");

        assertThat(log(house, "", 2).json().get("items").size()).isEqualTo(2);
        assertThat(log(house, "?status=error")
                        .json()
                        .at("/items/0/request/answer")
                        .asString())
                .contains("bad-json");
        assertThat(log(house, "?status=400").json().at("/items/0/request/body").asString())
                .isEqualTo("{\"n\":");
        assertThat(log(house, "?status=ok").json().get("items").size()).isEqualTo(1);
        assertThat(log(house, "?to=2020-01-01T00:00:00Z").json().get("items").size())
                .isZero();
        assertThat(village.owner()
                        .get("/api/v1/webhooks/" + house.id() + "/requests?status=soon")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void itIsReadInPagesTheNewestFirst() {
        Village.House house = village.silent();
        for (int n = 1; n <= 3; n++) {
            village.nobody().post(house.path(), "{\"n\":" + n + "}");
        }

        Caller.Reply first = log(house, "?limit=2", 3);
        Caller.Reply second =
                log(house, "?limit=2&cursor=" + first.json().get("next").asString());

        assertThat(first.json().at("/items/0/request/body").asString()).isEqualTo("{\"n\":3}");
        assertThat(second.json().at("/items/0/request/body").asString()).isEqualTo("{\"n\":1}");
        assertThat(second.json().get("next").isNull()).isTrue();
    }

    @Test
    void whatIsTooOldGoes() {
        Village.House house = village.silent();
        for (int i = 0; i < 3; i++) {
            village.nobody().post(house.path(), "{}");
        }
        log(house, "", 3);
        database.sql("update hook_request set expires_at = received_at where scenario_id = ?")
                .param(house.id().value())
                .update();

        log.prune();

        assertThat(stored(house)).isZero();
    }

    @Test
    void whoeverWantsNoLogGetsNone() {
        Village.House house = village.silent();
        village.owner().call("PATCH", "/api/v1/webhooks/" + house.id(), "{\"log\":false}");

        village.nobody().post(house.path(), "{}");

        log.write();
        assertThat(log(house, "").json().get("items").size()).isZero();
    }
}
