package dev.tutti.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.ChildTutti;
import dev.tutti.testing.Database;
import dev.tutti.testing.Databases;
import dev.tutti.testing.EffectStub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process is killed while two hundred runs go on in it, and started again. */
class KillTest {

    private static final int RUNS = 200;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void everyAcceptedRunEndsAndNoFinishedCallIsRepeated(String kind) throws Exception {
        Map<String, String> environment = new HashMap<>();
        if (kind.equals("PostgreSQL")) {
            Database postgres = Databases.postgres();
            environment.putAll(postgres.environment());
        }
        try (EffectStub stub = new EffectStub()) {
            ChildTutti first = ChildTutti.start(folder, environment, "-Xmx512m", "-XX:+UseSerialGC");
            String hook;
            try {
                hook = publish(first, stub);
                accept(first, hook);
                assertThat(stub.awaitCalls("/slow", RUNS, 90))
                        .as("%s of %s runs are under way", stub.calls("/slow").size(), RUNS)
                        .isTrue();
            } finally {
                first.kill();
            }
            Map<String, Integer> finished = stub.calls("/quick/before");
            assertThat(finished).hasSize(RUNS);
            stub.open();

            try (ChildTutti second = ChildTutti.start(folder, environment, "-Xmx512m", "-XX:+UseSerialGC")) {
                assertThat(ended(second)).isEqualTo(RUNS);
                assertThat(stub.calls("/quick/before"))
                        .as("finished calls, each with its key")
                        .isEqualTo(finished)
                        .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
                assertThat(stub.calls("/slow"))
                        .as("the call in flight is repeated once, with the same key")
                        .hasSize(RUNS)
                        .allSatisfy((key, times) -> assertThat(times).isLessThanOrEqualTo(2));
                assertThat(stub.calls("/quick/after"))
                        .as("what follows happens once")
                        .hasSize(RUNS)
                        .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
                Caller.Reply errors = second.owner().get("/api/v1/runs?status=error,warning,stopped");
                assertThat(errors.json().get("items")).isEmpty();
            }
        }
    }

    private static String publish(ChildTutti tutti, EffectStub stub) {
        String blueprint = "{\"modules\":[" + module(1, "webhook:receive", "{}")
                + "," + http(2, stub.url() + "/quick/before")
                + "," + http(3, stub.url() + "/slow")
                + "," + http(4, stub.url() + "/quick/after")
                + "],\"links\":[" + link(1, 2) + "," + link(2, 3) + "," + link(3, 4)
                + "],\"notes\":[],\"settings\":{\"timeZone\":\"Europe/Paris\",\"locale\":\"en\"}}";
        Caller.Reply made =
                tutti.owner().post("/api/v1/scenarios", "{\"name\":\"Orders\",\"blueprint\":" + blueprint + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Caller.Reply published = tutti.owner()
                .post("/api/v1/scenarios/" + made.json().get("id").asString() + "/publish", "{\"turnOn\":true}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return java.net
                .URI
                .create(published.json().get("webhookUrl").asString())
                .getPath();
    }

    private static void accept(ChildTutti tutti, String hook) throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            String body = "{\"order\":" + i + "}";
            calls.add(() -> tutti.nobody().post(hook, body).status());
        }
        try (var callers = Executors.newFixedThreadPool(20)) {
            for (var answer : callers.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    /** How many runs have succeeded once no more of them go on. */
    private static int ended(ChildTutti tutti) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        int success = 0;
        while (success < RUNS && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(250);
            success = tutti.owner()
                    .get("/api/v1/runs?status=success&limit=200")
                    .json()
                    .get("items")
                    .size();
        }
        return success;
    }

    private static String http(int no, String url) {
        return module(
                no,
                "http:request",
                "{\"url\":\"" + url
                        + "\",\"method\":\"POST\",\"bodyKind\":\"json\",\"body\":\"{\\\"order\\\":{{1.order}}}\"}");
    }

    private static String module(int no, String ref, String values) {
        return "{\"no\":%d,\"module\":\"%s\",\"version\":1,\"at\":[%d,0],\"values\":%s}"
                .formatted(no, ref, no * 200, values);
    }

    private static String link(int from, int to) {
        return "{\"from\":%d,\"to\":%d,\"order\":1}".formatted(from, to);
    }
}
