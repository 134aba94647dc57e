package dev.tutti.trigger;

import static dev.tutti.trigger.Village.link;
import static dev.tutti.trigger.Village.module;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.connector.Position;
import dev.tutti.connector.StartAt;
import dev.tutti.example.WatchBox;
import dev.tutti.run.Cause;
import dev.tutti.run.Input;
import dev.tutti.run.Run;
import dev.tutti.run.RunOrder;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Triggers that are asked for what is new. */
@RunningTutti
class PollsTest {

    private static final String SCHEDULE = ",\"schedule\":{\"kind\":\"interval\",\"minutes\":600}";

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
    Polls polls;

    @Autowired
    PollClock pollClock;

    @Autowired
    Positions positions;

    @Autowired
    StoredPositions stored;

    @Autowired
    CheckRuns checks;

    Village village;
    String box;

    @BeforeEach
    void found() {
        village = new Village(scenarios, webhooks, port);
        box = UUID.randomUUID().toString();
        WatchBox.put(box, "one", "two", "three");
    }

    private Village.House watching(String second, String settings) {
        Village.House house = village.publish(
                module(1, "example:watchBox", "{\"box\":\"" + box + "\"}") + "," + second,
                link(1, 2),
                SCHEDULE + settings);
        await(() -> positions.of(house.id()).orElseThrow().begun());
        PollTarget target = polls.target(live(house.id())).orElseThrow();
        await(() -> stored.hold(target));
        stored.release(target);
        return house;
    }

    private Village.House watching() {
        return watching(module(2, "tools:compose", "{\"text\":\"{{1.text}}\"}"), "");
    }

    private void fromTheBeginning(Village.House house) {
        assertThat(positions.choose(house.id(), new StartAt.All()).orElseThrow())
                .isInstanceOf(Positions.Choice.Done.class);
    }

    private Executable live(ScenarioId id) {
        return scenarios.plan(scenarios.live(id).orElseThrow().id()).orElseThrow();
    }

    private Polls.Answer poll(Village.House house) {
        Executable live = live(house.id());
        Polls.Answer answer = pollClock.poll(polls.target(live).orElseThrow(), live);
        if (answer instanceof Polls.Answer.Began(var run)) {
            run.ended(Duration.ofSeconds(10));
        }
        return answer;
    }

    /** The letters each run got, the oldest run first. */
    private List<String> given(ScenarioId id) {
        return runs.newest(id, 20).reversed().stream().map(this::letters).toList();
    }

    private String letters(Run run) {
        return String.join(
                " ",
                runs.input(run.id()).orElseThrow().bundles().stream()
                        .map(bundle -> ((Text) bundle.get("text")).text())
                        .toList());
    }

    private static void await(BooleanSupplier condition) {
        Instant until = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void everythingIsGivenOutOnceTheOldestFirstAndTheLimitLeavesTheRestForNextTime() {
        Village.House house = watching();
        fromTheBeginning(house);

        poll(house);
        poll(house);
        WatchBox.put(box, "four");
        poll(house);

        assertThat(given(house.id())).containsExactly("one two", "three", "four");
        assertThat(runs.newest(house.id(), 1).getFirst().cause()).isEqualTo(Cause.SCHEDULE);
    }

    @Test
    void aPollThatFindsNothingIsACheckRunOnlyCounted() {
        Village.House house = watching();
        int before = checks.of(house.id(), 1).getFirst().checks();

        assertThat(poll(house)).isInstanceOf(Polls.Answer.Nothing.class);
        assertThat(poll(house)).isInstanceOf(Polls.Answer.Nothing.class);

        assertThat(runs.newest(house.id(), 5)).isEmpty();
        assertThat(checks.of(house.id(), 1).getFirst().checks()).isEqualTo(before + 2);
    }

    @Test
    void withoutAChoiceItStartsWithWhatComesAfterItWasTurnedOn() {
        Village.House house = watching();
        WatchBox.put(box, "later");

        poll(house);

        assertThat(given(house.id())).containsExactly("later");
    }

    @Test
    void whatARunThatFailedGotIsGivenOutAgain() {
        WatchBox.put(box, "{}");
        Village.House house = watching(module(2, "json:parse", "{\"json\":\"{{1.text}}\"}"), ",\"incompletes\":false");
        WatchBox.put(box, "{}", "no json");

        poll(house);
        poll(house);

        assertThat(runs.newest(house.id(), 5)).extracting(Run::status).containsOnly(RunStatus.ERROR);
        assertThat(given(house.id())).containsExactly("{} no json", "{} no json");
    }

    @Test
    void aRunThatWentWellIsNotRepeatedBecauseALaterOneFails() {
        Village.House house = watching(module(2, "json:parse", "{\"json\":\"{{1.text}}\"}"), ",\"incompletes\":false");
        WatchBox.put(box, "1", "2", "no json");

        poll(house);
        poll(house);
        poll(house);

        assertThat(given(house.id())).containsExactly("1 2", "no json", "no json");
    }

    @Test
    void aCrashBetweenTheRunAndThePositionRepeatsNothing() {
        Village.House house = watching();
        fromTheBeginning(house);
        Executable live = live(house.id());
        PollTarget target = polls.target(live).orElseThrow();
        String key = "poll/" + UUID.randomUUID();
        stored.announce(target, new Stand.Pending(key, new Position("{\"id\":\"2\"}")));
        runs.start(new RunOrder(
                        live.version().id(),
                        Cause.SCHEDULE,
                        Input.of(List.of(Fields.of("text", new Text("one and two")))),
                        Optional.of(key),
                        Optional.empty()))
                .ended(Duration.ofSeconds(10));

        poll(house);

        assertThat(given(house.id())).containsExactly("one and two", "three");
    }

    @Test
    void aCrashBeforeTheRunLosesNothing() {
        Village.House house = watching();
        fromTheBeginning(house);
        PollTarget target = polls.target(live(house.id())).orElseThrow();
        stored.announce(target, new Stand.Pending("poll/never", new Position("{\"id\":\"2\"}")));

        poll(house);

        assertThat(given(house.id())).containsExactly("one two");
    }

    @Test
    void aPollThatFailsIsARunWithTheError() {
        Village.House house = watching();
        WatchBox.burn(box);

        poll(house);

        assertThat(runs.newest(house.id(), 5)).singleElement().satisfies(run -> {
            assertThat(run.status()).isEqualTo(RunStatus.ERROR);
            assertThat(run.error().orElseThrow().module()).hasValue(1);
            assertThat(run.error().orElseThrow().kind()).isEqualTo("ConnectionError");
            assertThat(run.error().orElseThrow().message()).isEqualTo("The box is not there.");
        });
    }

    @Test
    void aSequentialScenarioIsNotPolledWhileItsLastRunGoesOn() {
        Village.House house = watching(module(2, "tools:sleep", "{\"seconds\":\"300\"}"), ",\"sequential\":true");
        fromTheBeginning(house);
        Executable live = live(house.id());
        PollTarget target = polls.target(live).orElseThrow();
        assertThat(pollClock.poll(target, live)).isInstanceOf(Polls.Answer.Began.class);

        assertThat(pollClock.poll(target, live)).isInstanceOf(Polls.Answer.Busy.class);

        runs.stop(runs.newest(house.id(), 1).getFirst().id());
        await(() -> runs.newest(house.id(), 1).getFirst().status().ended());
        assertThat(poll(house)).isInstanceOf(Polls.Answer.Began.class);
    }

    @Test
    void twoPollsOfOneScenarioNeverGoOnAtOnce() {
        Village.House house = watching();
        PollTarget target = polls.target(live(house.id())).orElseThrow();
        assertThat(stored.hold(target)).isTrue();

        assertThat(poll(house)).isInstanceOf(Polls.Answer.Busy.class);

        stored.release(target);
        assertThat(poll(house)).isInstanceOf(Polls.Answer.Nothing.class);
    }

    @Test
    void theAlarmOfTheScenarioPolls() {
        Village.House house = watching();
        WatchBox.put(box, "by the clock");

        assertThat(triggers.fire(house.id(), Instant.now())).isTrue();

        await(() -> given(house.id()).equals(List.of("by the clock")));
    }

    @Test
    void runOncePollsNowAndSaysWhenThereIsNothingNew() {
        Village.House house = watching();
        WatchBox.put(box, "now");

        Caller.Reply first = village.owner().post("/api/v1/scenarios/" + house.id() + "/run?wait=10", "{}");
        Caller.Reply second = village.owner().post("/api/v1/scenarios/" + house.id() + "/run?wait=10", "{}");

        assertThat(first.json().get("status").asString()).as(first.body()).isEqualTo("success");
        assertThat(second.json().get("status").asString()).isEqualTo("nothing-new");
        assertThat(given(house.id())).containsExactly("now");
    }

    @Test
    void tryingADraftTakesNothingAwayFromWhatIsLive() {
        Village.House house = watching();
        WatchBox.put(box, "four");
        String draft = "{\"version\":\"draft\"}";

        village.owner().post("/api/v1/scenarios/" + house.id() + "/run?wait=10", draft);
        poll(house);

        assertThat(given(house.id())).containsExactly("four", "four");
        assertThat(runs.newest(house.id(), 5)).extracting(Run::test).containsExactly(false, true);
    }

    @Test
    void aDraftForWhichNobodyHasChosenYetIsTriedWithTheNewest() {
        ScenarioId draft = village.draft(
                module(1, "example:watchBox", "{\"box\":\"" + box + "\"}") + ","
                        + module(2, "tools:compose", "{\"text\":\"{{1.text}}\"}"),
                link(1, 2),
                SCHEDULE);

        village.owner().post("/api/v1/scenarios/" + draft + "/run?wait=10", "{}");

        assertThat(given(draft)).containsExactly("two three");
        assertThat(positions.of(draft).orElseThrow().begun()).isFalse();
    }

    @Test
    void whereToStartIsChosenByThoseWhoBuildIt() {
        Village.House house = watching();
        String path = "/api/v1/scenarios/" + house.id() + "/position";
        Caller.Reply candidates = village.owner().get(path + "/candidates");
        assertThat(candidates.json().get("items").toString())
                .isEqualTo(
                        "[{\"id\":\"3\",\"label\":\"three\"},{\"id\":\"2\",\"label\":\"two\"},{\"id\":\"1\",\"label\":\"one\"}]");

        Caller.Reply picked = village.owner().post(path, "{\"kind\":\"pick\",\"id\":\"2\"}");

        assertThat(picked.status()).as(picked.body()).isEqualTo(200);
        assertThat(picked.json().get("chosen").asString()).isEqualTo("pick");
        assertThat(picked.json().get("kinds").toString()).isEqualTo("[\"now\",\"id\",\"all\",\"pick\"]");
        poll(house);
        assertThat(given(house.id())).containsExactly("two three");
    }

    @Test
    void whatATriggerCannotDoIsAClearProblem() {
        Village.House house = watching();
        String path = "/api/v1/scenarios/" + house.id() + "/position";

        assertThat(village.owner()
                        .post(path, "{\"kind\":\"date\",\"date\":\"2026-11-20T00:00:00Z\"}")
                        .status())
                .isEqualTo(422);
        assertThat(village.owner().post(path, "{\"kind\":\"soon\"}").status()).isEqualTo(422);
        assertThat(village.owner().post(path, "{\"kind\":\"id\"}").status()).isEqualTo(422);
        assertThat(village.owner()
                        .get("/api/v1/scenarios/" + village.silent().id() + "/position")
                        .status())
                .isEqualTo(404);
        WatchBox.burn(box);
        Caller.Reply failed = village.owner().get(path + "/candidates");
        assertThat(failed.status()).isEqualTo(422);
        assertThat(failed.json().get("detail").asString()).isEqualTo("The box is not there.");
    }

    @Test
    void aRunAsksForMoreAsOftenAsTheScenarioHasCycles() {
        Village.House house = watching(module(2, "tools:compose", "{\"text\":\"{{1.text}}\"}"), ",\"cycles\":3");
        WatchBox.put(box, "a", "b", "c", "d", "e", "f", "g");

        poll(house);

        assertThat(given(house.id())).containsExactly("a b");
        Run run = runs.newest(house.id(), 1).getFirst();
        assertThat(runs.outputs(run.id(), 2, 100))
                .extracting(bundle -> ((Text) bundle.get("value")).text())
                .containsExactly("a", "b", "c", "d", "e", "f");
        poll(house);
        assertThat(given(house.id())).containsExactly("a b", "g");
    }

    @Test
    void aCycleThatFailsGoesBackToItsOwnBeginningOnly() {
        Village.House house =
                watching(module(2, "json:parse", "{\"json\":\"{{1.text}}\"}"), ",\"cycles\":5,\"incompletes\":false");
        WatchBox.put(box, "1", "2", "3", "no json", "5");

        poll(house);
        poll(house);

        assertThat(given(house.id())).containsExactly("1 2", "3 no json");
    }

    @Test
    void whileNobodySaysHowOftenItIsAskedEachQuarterOfAnHour() {
        Village.House house = village.publish(
                module(1, "example:watchBox", "{\"box\":\"" + box + "\"}") + ","
                        + module(2, "tools:compose", "{\"text\":\"{{1.text}}\"}"),
                link(1, 2));

        assertThat(schedules.next(house.id()).orElseThrow())
                .isBetween(Instant.now(), Instant.now().plusSeconds(900));
    }
}
