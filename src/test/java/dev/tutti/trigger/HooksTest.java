package dev.tutti.trigger;

import static dev.tutti.trigger.Village.link;
import static dev.tutti.trigger.Village.module;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.run.Cause;
import dev.tutti.run.RunQuery;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.Scenarios;
import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import dev.tutti.value.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests from outside, good and bad. */
@RunningTutti
class HooksTest {

    @LocalServerPort
    int port;

    @Autowired
    Scenarios scenarios;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Runs runs;

    Village village;

    @BeforeEach
    void found() {
        village = new Village(scenarios, webhooks, port);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(
                        "POST", "", "application/json", "{\"a\":1,\"b\":[true,null]}", "{\"a\":1,\"b\":[true,null]}"),
                Arguments.of("POST", "?q=x&a=0", "application/json", "{\"a\":1}", "{\"q\":\"x\",\"a\":1}"),
                Arguments.of("GET", "?q=caf%C3%A9+au+lait&t[]=1", null, null, "{\"q\":\"café au lait\",\"t\":[\"1\"]}"),
                Arguments.of(
                        "POST",
                        "",
                        "application/x-www-form-urlencoded",
                        "a=1&b=x%26y&a=2",
                        "{\"a\":[\"1\",\"2\"],\"b\":\"x&y\"}"),
                Arguments.of("PUT", "", "text/plain; charset=iso-8859-1", "plain", "{\"value\":\"plain\"}"),
                Arguments.of("POST", "", "application/json", "\"alone\"", "{\"value\":\"alone\"}"),
                Arguments.of("POST", "", "application/json", "[{\"a\":1},{\"a\":2}]", "{\"a\":1}"),
                Arguments.of(
                        "PATCH",
                        "",
                        "application/xml",
                        "<o id=\"7\"><l>1</l><l>2</l></o>",
                        "{\"o\":{\"_attributes\":{\"id\":\"7\"},\"l\":[\"1\",\"2\"]}}"),
                Arguments.of("DELETE", "", null, null, "{}"),
                Arguments.of("POST", "", "application/vnd.api+json", "{\"a\":61.50}", "{\"a\":61.5}"),
                Arguments.of(
                        "POST",
                        "?q=1",
                        "multipart/form-data; boundary=XX",
                        "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nühr\r\n--XX--\r\n",
                        "{\"q\":\"1\",\"a\":\"ühr\"}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyKindOfBodyBecomesABundle(String method, String query, String type, String body, String bundle) {
        Village.House house = village.echo("{}");
        Caller caller = type == null ? village.nobody() : village.nobody().with("Content-Type", type);

        Caller.Reply reply = caller.call(method, house.path() + query, body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(Json.parse(reply.body()).value())
                .isEqualTo(Json.parse(bundle).value());
    }

    @Test
    void filesOfAFormBecomeCollectionsOfNameTypeAndData() {
        Village.House house = village.publish(
                module(1, "webhook:receive", "{}")
                        + ","
                        + module(
                                2,
                                "webhook:reply",
                                "{\"status\":\"200\",\"body\":\"{{1.cv.name}} {{1.cv.mime}} {{toString(1.cv.data)}}\"}"),
                link(1, 2));
        String body = "--XX\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"dir/ada.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nHello\r\n--XX--\r\n";

        Caller.Reply reply = village.nobody()
                .with("Content-Type", "multipart/form-data; boundary=XX")
                .post(house.path(), body);

        assertThat(reply.body()).isEqualTo("ada.txt text/plain Hello");
    }

    @Test
    void headersAndMethodComeWhenAskedFor() {
        Village.House house = village.echo("{\"headers\":true,\"method\":true}");

        Caller.Reply reply = village.nobody().with("X-Shop", "12").post(house.path(), "{}");

        assertThat(reply.json().get("__IMTMETHOD__").asString()).isEqualTo("POST");
        assertThat(reply.json().get("__IMTHEADERS__").toString()).contains("{\"name\":\"x-shop\",\"value\":\"12\"}");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("application/json", "{\"a\":", 400, "bad-json"),
                Arguments.of("application/json", "{\"a\":1} trailing", 400, "bad-json"),
                Arguments.of("application/json", "[".repeat(100_000), 400, "bad-json"),
                Arguments.of("application/json", "{\"a\":\"" + "x".repeat(5_300_000) + "\"}", 413, "too-large"),
                Arguments.of("application/x-unheard", "abc", 415, "wrong-type"),
                Arguments.of("application/octet-stream", "abc", 415, "wrong-type"),
                Arguments.of("text/plain; charset=klingon", "abc", 415, "wrong-charset"),
                Arguments.of("application/xml", "<a><b></a>", 400, "bad-xml"),
                Arguments.of(
                        "application/xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                        400,
                        "bad-xml"),
                Arguments.of("application/xml", "<a>".repeat(100_000), 400, "bad-xml"),
                Arguments.of("multipart/form-data; boundary=XX", "--XX\r\nContent-Disp", 400, "bad-multipart"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badInputIsAClearProblemAndNothingIsStored(String type, String body, int status, String code) {
        Village.House house = village.echo("{}");

        Caller.Reply reply = village.nobody()
                .with("Content-Type", type)
                .with("Accept-Language", "en")
                .post(house.path(), body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("code").asString()).startsWith(code);
        assertThat(reply.json().get("detail").asString())
                .doesNotContain("trigger.")
                .isNotBlank();
        assertThat(runs.newest(house.id(), 10)).isEmpty();
    }

    @Test
    void anUnknownTokenIs404AndSpeaksFrenchToTheFrench() {
        Caller.Reply reply = village.nobody().with("Accept-Language", "fr").post("/hook/" + "a".repeat(32), "{}");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("title").asString()).isEqualTo("Adresse inconnue");
        assertThat(village.nobody().get("/hook/").status()).isEqualTo(404);
        assertThat(village.nobody().get("/hook/short").status()).isEqualTo(404);
    }

    @Test
    void aScenarioThatIsOffAnswers410AndStoresNothing() {
        Village.House house = village.silent();
        assertThat(village.nobody().post(house.path(), "{}").status()).isEqualTo(200);
        scenarios.turn(house.id(), false, Author.SYSTEM);

        assertThat(village.nobody().post(house.path(), "{}").status()).isEqualTo(410);

        assertThat(runs.newest(house.id(), 10)).hasSize(1);
        scenarios.turn(house.id(), true, Author.SYSTEM);
        assertThat(village.nobody().post(house.path(), "{}").status()).isEqualTo(200);
    }

    @Test
    void aScenarioWithoutAReplyAnswersAcceptedAndIsInTheListAtOnce() {
        Village.House house = village.silent();

        Caller.Reply reply = village.nobody().post(house.path(), "{\"name\":\"Ada\"}");

        assertThat(reply.body()).isEqualTo("Accepted");
        assertThat(runs.list(RunQuery.newest(5).of(house.id())).items())
                .singleElement()
                .satisfies(run -> assertThat(run.cause()).isEqualTo(Cause.WEBHOOK));
    }

    @Test
    void aFailureBeforeTheReplyIs500WithTheRunsNumber() {
        Village.House house = village.publish(
                module(1, "webhook:receive", "{}")
                        + ","
                        + module(2, "json:parse", "{\"json\":\"{{1.text}}\"}")
                        + ","
                        + module(3, "webhook:reply", "{\"status\":\"200\",\"body\":\"ok\"}"),
                link(1, 2) + "," + link(2, 3));

        Caller.Reply reply = village.nobody().post(house.path(), "{\"text\":\"{no json\"}");

        assertThat(reply.status()).isEqualTo(500);
        String run = reply.json().get("runId").asString();
        Caller.Reply detail = village.owner().get("/api/v1/runs/" + run);
        assertThat(detail.json().get("status").asString()).isEqualTo(RunStatus.INCOMPLETE.word());
        assertThat(detail.json().get("error").get("module").asInt()).isEqualTo(2);
    }

    @Test
    void aReplyMayNotReachIntoTheSessionsOfPeopleWhoAreSignedIn() {
        Village.House house = village.publish(
                module(1, "webhook:receive", "{}")
                        + ","
                        + module(
                                2,
                                "webhook:reply",
                                "{\"status\":\"201\",\"body\":\"<b>hi</b>\",\"headers\":[{\"name\":\"Content-Type\",\"value\":\"text/html\"},"
                                        + "{\"name\":\"Set-Cookie\",\"value\":\"tutti-session=evil\"},{\"name\":\"X-Own\",\"value\":\"1\"}]}"),
                link(1, 2));

        Caller.Reply reply = village.nobody().post(house.path(), "{}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.header("X-Own")).isEqualTo("1");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.header("Content-Security-Policy"))
                .startsWith("sandbox")
                .doesNotContain("allow-same-origin");
    }

    @Test
    void aDraftThatWaitsGetsACopyWhileTheLiveVersionAnswers() {
        Village.House house = village.echo("{}");
        Caller.Reply waiting = village.owner()
                .post("/api/v1/scenarios/" + house.id() + "/run", "{\"version\":\"draft\",\"capture\":true}");
        assertThat(waiting.status()).as(waiting.body()).isEqualTo(202);
        assertThat(waiting.json().get("status").asString()).isEqualTo("waiting-for-request");

        assertThat(village.nobody()
                        .post(house.path(), "{\"n\":1}")
                        .json()
                        .get("n")
                        .asInt())
                .isEqualTo(1);
        assertThat(village.nobody()
                        .post(house.path(), "{\"n\":2}")
                        .json()
                        .get("n")
                        .asInt())
                .isEqualTo(2);

        assertThat(runs.newest(house.id(), 10))
                .hasSize(3)
                .filteredOn(run -> run.test())
                .hasSize(1);
    }

    @Test
    void aDraftThatWaitsAnswersItselfWhileNothingIsLive() {
        var draft = village.draft(
                module(1, "webhook:receive", "{}")
                        + ","
                        + module(2, "webhook:reply", "{\"status\":\"202\",\"body\":\"draft {{1.n}}\"}"),
                link(1, 2),
                "");
        String path = webhooks.of(draft).path();
        assertThat(village.nobody().post(path, "{}").status()).isEqualTo(410);
        village.owner().post("/api/v1/scenarios/" + draft + "/run", "{\"capture\":true}");

        Caller.Reply reply = village.nobody().post(path, "{\"n\":7}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEqualTo("draft 7");
        assertThat(village.nobody().post(path, "{}").status()).isEqualTo(410);
    }

    @Test
    void renewingAnAddressMakesTheOldOneUnknown() {
        Village.House house = village.silent();
        Caller.Reply renewed = village.owner().post("/api/v1/webhooks/" + house.id() + "/renew", "{}");
        assertThat(renewed.json().get("url").asString()).startsWith("http://localhost:" + port + "/hook/");

        assertThat(village.nobody().post(house.path(), "{}").status()).isEqualTo(404);
        assertThat(village.nobody().post(webhooks.of(house.id()).path(), "{}").status())
                .isEqualTo(200);
    }
}
