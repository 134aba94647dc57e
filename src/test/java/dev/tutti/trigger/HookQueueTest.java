package dev.tutti.trigger;

import static dev.tutti.trigger.Village.link;
import static dev.tutti.trigger.Village.module;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.run.Cause;
import dev.tutti.run.Run;
import dev.tutti.run.RunOrder;
import dev.tutti.run.Runs;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import dev.tutti.value.Num;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that wait, are repeated, or are too many. */
@RunningTutti
class HookQueueTest {

    private static final String SCHEDULED = ",\"schedule\":{\"kind\":\"interval\",\"minutes\":600}";

    @LocalServerPort
    int port;

    @Autowired
    Scenarios scenarios;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Runs runs;

    @Autowired
    Triggers triggers;

    @Autowired
    Schedules schedules;

    @Autowired
    HookQueue queue;

    @Autowired
    HookDrain drain;

    @Autowired
    CheckRuns checks;

    Village village;

    @BeforeEach
    void found() {
        village = new Village(scenarios, webhooks, port);
    }

    private Village.House house(String webhook, String second, String settings) {
        return village.publish(module(1, "webhook:receive", webhook) + "," + second, link(1, 2), settings);
    }

    private static String compose() {
        return module(2, "tools:compose", "{\"text\":\"{{1.n}}\"}");
    }

    private static String reply() {
        return module(2, "webhook:reply", "{\"status\":\"201\",\"body\":\"{{1.n}}\"}");
    }

    private void rule(Village.House house, String rules) {
        assertThat(village.owner()
                        .call("PATCH", "/api/v1/webhooks/" + house.id(), rules)
                        .status())
                .isEqualTo(200);
    }

    private Caller.Reply send(Village.House house, int n) {
        return village.nobody().with("Accept-Language", "en").post(house.path(), "{\"n\":" + n + "}");
    }

    private List<List<Integer>> given(ScenarioId id) {
        return runs.newest(id, 20).reversed().stream()
                .map(run -> runs.input(run.id()).orElseThrow().bundles().stream()
                        .map(bundle -> ((Num) bundle.get("n")).number().intValue())
                        .toList())
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        Instant until = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void requestsOfAScheduledScenarioWaitForTheClockAndRunTogether() {
        Village.House house = house("{}", compose(), SCHEDULED);

        assertThat(send(house, 1).body()).isEqualTo("Accepted");
        assertThat(send(house, 2).body()).isEqualTo("Accepted");
        assertThat(runs.newest(house.id(), 5)).isEmpty();
        assertThat(schedules.next(house.id())).isPresent();

        assertThat(triggers.fire(house.id(), Instant.now())).isTrue();

        assertThat(given(house.id())).containsExactly(List.of(1, 2));
        assertThat(runs.newest(house.id(), 5)).extracting(Run::cause).containsExactly(Cause.WEBHOOK);
        assertThat(queue.count(house.id())).isZero();
    }

    @Test
    void aCycleTakesAsManyAsTheTriggerSays() {
        Village.House house = house("{\"maxResults\":2}", compose(), SCHEDULED);
        for (int n = 1; n <= 3; n++) {
            send(house, n);
        }

        triggers.fire(house.id(), Instant.now());
        triggers.fire(house.id(), Instant.now());

        assertThat(given(house.id())).containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void anEmptyQueueIsACheckRun() {
        Village.House house = house("{}", compose(), SCHEDULED);

        triggers.fire(house.id(), Instant.now());

        assertThat(runs.newest(house.id(), 5)).isEmpty();
        assertThat(checks.of(house.id(), 1))
                .singleElement()
                .satisfies(day -> assertThat(day.checks()).isEqualTo(1));
    }

    @Test
    void aCrashBetweenTheRunAndTheQueueRepeatsNothing() {
        Village.House house = house("{}", compose(), SCHEDULED);
        send(house, 1);
        String batch = queue.gather(house.id(), 10).orElseThrow();
        var live = scenarios.plan(scenarios.live(house.id()).orElseThrow().id()).orElseThrow();
        runs.start(new RunOrder(
                        live.version().id(),
                        Cause.WEBHOOK,
                        queue.batch(batch).getFirst().input(),
                        Optional.of(batch),
                        Optional.empty()))
                .accepted();
        send(house, 2);

        drain.drain(live);

        assertThat(given(house.id())).containsExactly(List.of(1), List.of(2));
        assertThat(queue.count(house.id())).isZero();
    }

    @Test
    void whenTheQueueIsFullTheRequestIsRefused() {
        Village.House house = house("{}", compose(), SCHEDULED);
        rule(house, "{\"queueLimit\":2}");
        send(house, 1);
        send(house, 2);

        Caller.Reply full = send(house, 3);

        assertThat(full.status()).isEqualTo(400);
        assertThat(full.json().get("title").asString()).isEqualTo("Queue is full");
        assertThat(queue.count(house.id())).isEqualTo(2);
    }

    @Test
    void theLaneOfASequentialScenarioHasAnEndToo() {
        Village.House house = house("{}", module(2, "tools:sleep", "{\"seconds\":\"300\"}"), ",\"sequential\":true");
        rule(house, "{\"queueLimit\":1}");
        send(house, 1);
        await(() -> runs.queued(house.id()) == 0);
        assertThat(send(house, 2).status()).isEqualTo(200);

        assertThat(send(house, 3).status()).isEqualTo(400);

        runs.newest(house.id(), 5).forEach(run -> runs.stop(run.id()));
    }

    @Test
    void whatWaitsCanBeSeenAndDeleted() {
        Village.House house = house("{}", compose(), SCHEDULED);
        for (int n = 1; n <= 3; n++) {
            send(house, n);
        }
        String path = "/api/v1/webhooks/" + house.id() + "/queue";
        Caller.Reply first = village.owner().get(path + "?limit=2");
        assertThat(first.json().get("count").asInt()).isEqualTo(3);
        assertThat(first.json().at("/items/0/bundles/0/n").asInt()).isEqualTo(1);
        Caller.Reply second =
                village.owner().get(path + "?cursor=" + first.json().get("next").asString());
        assertThat(second.json().at("/items/0/bundles/0/n").asInt()).isEqualTo(3);
        String one = path + "/" + first.json().at("/items/0/id").asString();

        assertThat(village.owner().call("DELETE", one, null).status()).isEqualTo(200);
        assertThat(village.owner().call("DELETE", one, null).status()).isEqualTo(404);
        assertThat(village.owner()
                        .call("DELETE", path, null)
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(2);

        triggers.fire(house.id(), Instant.now());
        assertThat(runs.newest(house.id(), 5)).isEmpty();
    }

    @Test
    void aRepetitionIsKnownByAHeader() {
        Village.House house = house("{}", compose(), "");
        rule(house, "{\"dedup\":{\"header\":\"X-Event-Id\"}}");

        for (String event : List.of("e1", "e1", "e2")) {
            assertThat(village.nobody()
                            .with("X-Event-Id", event)
                            .post(house.path(), "{\"n\":1}")
                            .status())
                    .isEqualTo(200);
        }
        send(house, 4);
        send(house, 4);

        assertThat(runs.newest(house.id(), 9))
                .as("without the header nothing is a repetition")
                .hasSize(4);
    }

    @Test
    void aRepetitionIsKnownByAFieldAndInTheQueueToo() {
        Village.House house = house("{}", compose(), SCHEDULED);
        rule(house, "{\"dedup\":{\"path\":\"order.ids.0\"}}");
        for (String body : List.of(
                "{\"n\":1,\"order\":{\"ids\":[7]}}",
                "{\"n\":2,\"order\":{\"ids\":[\"7\"]}}",
                "{\"n\":3,\"order\":{\"ids\":[8]}}")) {
            assertThat(village.nobody().post(house.path(), body).status()).isEqualTo(200);
        }
        triggers.fire(house.id(), Instant.now());
        village.nobody().post(house.path(), "{\"n\":4,\"order\":{\"ids\":[7]}}");
        triggers.fire(house.id(), Instant.now());

        assertThat(given(house.id())).containsExactly(List.of(1, 3));
    }

    @Test
    void tooManyInAMinuteAreRefusedWhereAReplyIsExpected() {
        Village.House house = house("{}", reply(), "");
        rule(house, "{\"perMinute\":2}");
        int taken = 0;
        Caller.Reply last = send(house, 0);
        while (last.status() == 201 && taken++ < 6) {
            last = send(house, taken);
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.json().get("title").asString()).isEqualTo("Too many requests");
        assertThat(last.header("Retry-After")).isEqualTo("60");
        assertThat(runs.newest(house.id(), 9).size()).isBetween(2, 4);
    }

    @Test
    void tooManyInAMinuteWaitWhereNoneIsAndRunAsSoonAsTheyMay() {
        Village.House house = house("{}", compose(), "");
        rule(house, "{\"perMinute\":1}");
        for (int n = 1; n <= 4; n++) {
            assertThat(send(house, n).body()).isEqualTo("Accepted");
        }
        assertThat(runs.newest(house.id(), 9).size()).isBetween(1, 2);
        assertThat(queue.count(house.id())).isPositive();

        rule(house, "{\"perMinute\":null}");

        await(() -> runs.newest(house.id(), 9).size() == 4);
        assertThat(given(house.id())).containsExactlyInAnyOrder(List.of(1), List.of(2), List.of(3), List.of(4));
    }

    @Test
    void runOnceWorksOffWhatWaits() {
        Village.House house = house("{}", compose(), SCHEDULED);
        send(house, 5);

        Caller.Reply run = village.owner().post("/api/v1/scenarios/" + house.id() + "/run?wait=10", "{}");
        Caller.Reply again = village.owner().post("/api/v1/scenarios/" + house.id() + "/run?wait=10", "{}");

        assertThat(run.json().get("status").asString()).isEqualTo("success");
        assertThat(again.json().get("status").asString()).isEqualTo("nothing-new");
        assertThat(given(house.id())).containsExactly(List.of(5));
    }
}
