package dev.tutti.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tutti.testing.Caller;
import dev.tutti.testing.ChildTutti;
import dev.tutti.testing.Databases;
import dev.tutti.testing.EffectStub;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A real process is killed while a scenario waits for one that it called, and while a run stands incomplete. */
class KillWaitingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aCallerThatWaitsAndAnIncompleteRunGoOnAfterwards(String kind) throws Exception {
        Map<String, String> environment = new HashMap<>();
        if (kind.equals("PostgreSQL")) {
            environment.putAll(Databases.postgres().environment());
        }
        try (EffectStub stub = new EffectStub()) {
            String item;
            String caller;
            String stands;
            ChildTutti first = ChildTutti.start(folder, environment, "-Xmx512m", "-XX:+UseSerialGC");
            try {
                String callee = publish(
                        first,
                        module(1, "scenario:start", "{}") + "," + http(2, stub.url() + "/slow") + ","
                                + module(3, "scenario:return", "{\"outputs\":{\"total\":\"{{1.amount * 2}}\"}}"),
                        link(1, 2) + "," + link(2, 3));
                caller = publish(
                        first,
                        module(1, "webhook:receive", "{}") + ","
                                + module(
                                        2,
                                        "scenario:call",
                                        "{\"scenario\":\"" + callee
                                                + "\",\"wait\":true,\"inputs\":{\"amount\":\"{{1.amount}}\"}}")
                                + "," + http(3, stub.url() + "/quick/{{2.total}}"),
                        link(1, 2) + "," + link(2, 3));
                stands = publish(
                        first,
                        module(1, "webhook:receive", "{}") + "," + http(2, stub.url() + "/quick/before") + ","
                                + http(3, "http://127.0.0.1:" + ChildTutti.freePort() + "/nobody"),
                        link(1, 2) + "," + link(2, 3));
                post(first, caller, "{\"amount\":21}");
                post(first, stands, "{\"amount\":1}");
                assertThat(stub.awaitCalls("/slow", 1, 60)).isTrue();
                Caller owner = first.owner();
                await().atMost(PATIENCE)
                        .until(() -> items(owner, "/api/v1/incompletes?state=scheduled")
                                        .size()
                                == 1);
                await().atMost(PATIENCE)
                        .until(() -> items(owner, "/api/v1/runs?status=waiting&scenario=" + caller)
                                        .size()
                                == 1);
                item = items(owner, "/api/v1/incompletes").get(0).get("id").asString();
            } finally {
                first.kill();
            }
            stub.open();

            try (ChildTutti second = ChildTutti.start(folder, environment, "-Xmx512m", "-XX:+UseSerialGC")) {
                Caller owner = second.owner();
                await().atMost(PATIENCE)
                        .until(() -> items(owner, "/api/v1/runs?status=success&scenario=" + caller)
                                        .size()
                                == 1);
                assertThat(stub.calls("/quick/42"))
                        .as("the caller went on with the outputs, once")
                        .hasSize(1)
                        .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));

                JsonNode detail = owner.get("/api/v1/incompletes/" + item).json();
                assertThat(detail.get("item").get("state").asString()).isEqualTo("scheduled");
                assertThat(detail.get("item").get("error").get("kind").asString())
                        .isEqualTo("ConnectionError");
                assertThat(detail.get("effects").get("kept")).hasSize(1);
                String input = detail.get("input")
                        .toString()
                        .replaceFirst("http://[^\"]*/nobody", stub.url() + "/quick/fixed");
                Caller.Reply retried =
                        owner.post("/api/v1/incompletes/" + item + "/retry", "{\"input\":" + input + "}");
                assertThat(retried.status()).as(retried.body()).isEqualTo(202);
                await().atMost(PATIENCE)
                        .until(() -> items(owner, "/api/v1/runs?status=success&scenario=" + stands)
                                        .size()
                                == 1);
                assertThat(stub.calls("/quick/fixed")).hasSize(1);
                assertThat(stub.calls("/quick/before"))
                        .as("what was done before is not done again")
                        .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
                assertThat(owner.get("/api/v1/incompletes/" + item)
                                .json()
                                .get("item")
                                .get("how")
                                .asString())
                        .isEqualTo("edited");
            }
        }
    }

    private static JsonNode items(Caller owner, String path) {
        return owner.get(path).json().get("items");
    }

    private static void post(ChildTutti tutti, String scenario, String body) {
        JsonNode hook = tutti.owner()
                .get("/api/v1/scenarios/" + scenario + "/draft")
                .json()
                .get("webhook");
        String path = URI.create(hook.get("url").asString()).getPath();
        assertThat(tutti.nobody().post(path, body).status()).isEqualTo(200);
    }

    private static String publish(ChildTutti tutti, String modules, String links) {
        String blueprint = "{\"modules\":[" + modules + "],\"links\":[" + links
                + "],\"notes\":[],\"settings\":{\"timeZone\":\"Europe/Paris\",\"locale\":\"en\"}}";
        Caller.Reply made =
                tutti.owner().post("/api/v1/scenarios", "{\"name\":\"Orders\",\"blueprint\":" + blueprint + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().get("id").asString();
        Caller.Reply published = tutti.owner().post("/api/v1/scenarios/" + id + "/publish", "{\"turnOn\":true}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return id;
    }

    private static String http(int no, String url) {
        return module(
                no,
                "http:request",
                "{\"url\":\"" + url + "\",\"method\":\"POST\",\"bodyKind\":\"json\",\"body\":\"{\\\"order\\\":1}\"}");
    }

    private static String module(int no, String ref, String values) {
        return "{\"no\":%d,\"module\":\"%s\",\"version\":1,\"at\":[%d,0],\"values\":%s}"
                .formatted(no, ref, no * 200, values);
    }

    private static String link(int from, int to) {
        return "{\"from\":%d,\"to\":%d,\"order\":1}".formatted(from, to);
    }
}
