package dev.tutti.trigger;

import static dev.tutti.trigger.Village.module;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.run.Runs;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a webhook asks of its callers. */
@RunningTutti
class HookRulesTest {

    @LocalServerPort
    int port;

    @Autowired
    Scenarios scenarios;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Runs runs;

    @Autowired
    JdbcClient database;

    Village village;

    @BeforeEach
    void found() {
        village = new Village(scenarios, webhooks, port);
    }

    private Caller.Reply rule(ScenarioId id, String rules) {
        Caller.Reply reply = village.owner().call("PATCH", "/api/v1/webhooks/" + id, rules);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    private Village.House ruled(String rules) {
        Village.House house = village.echo("{}");
        rule(house.id(), rules);
        return house;
    }

    private static String sign(String algorithm, String secret, String body, boolean base64) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        byte[] signature = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        return base64
                ? Base64.getEncoder().encodeToString(signature)
                : HexFormat.of().formatHex(signature);
    }

    private void refused(Caller.Reply reply, Village.House house, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().get("code").asString()).isEqualTo(code);
        assertThat(reply.json().get("detail").asString()).doesNotContain("trigger.");
        assertThat(runs.newest(house.id(), 5)).isEmpty();
    }

    @Test
    void withoutItsApiKeyNobodyGetsIn() {
        Village.House house = village.echo("{}");
        Caller.Reply made = rule(
                house.id(), "{\"apiKeys\":[{\"name\":\"shop\"},{\"name\":\"crm\",\"key\":\"a-key-of-our-own-0123\"}]}");
        String key = made.json().at("/rules/apiKeys/0/key").asString();

        refused(village.nobody().post(house.path(), "{}"), house, 401, "api-key");
        refused(village.nobody().with("x-tutti-apikey", key + "x").post(house.path(), "{}"), house, 401, "api-key");
        assertThat(village.nobody()
                        .with("x-tutti-apikey", key)
                        .post(house.path(), "{}")
                        .status())
                .isEqualTo(200);
        assertThat(village.nobody()
                        .with("x-make-apikey", "a-key-of-our-own-0123")
                        .post(house.path(), "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void secretsAreShownOnceAndLieInTheDatabaseEncrypted() {
        Village.House house = village.echo("{}");
        String rules =
                "{\"apiKeys\":[{\"name\":\"a\",\"key\":\"planted-secret-one-1\"}],\"basic\":{\"user\":\"ada\",\"password\":\"planted-secret-two\"},"
                        + "\"hmac\":{\"header\":\"X-Sig\",\"secret\":\"planted-secret-three\"}}";

        Caller.Reply made = rule(house.id(), rules);

        assertThat(made.body()).doesNotContain("planted");
        assertThat(village.owner().get("/api/v1/webhooks/" + house.id()).body()).doesNotContain("planted");
        byte[] stored = database.sql("select rules from hook_rules where scenario_id = ?")
                .param(house.id().value())
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("planted")
                .doesNotContain("ada");
    }

    @Test
    void aSecretThatIsNotGivenAgainStaysAndNullTakesAWholeRuleAway() throws Exception {
        Village.House house = ruled(
                "{\"hmac\":{\"header\":\"X-Sig\",\"secret\":\"first secret\"},\"apiKeys\":[{\"name\":\"a\",\"key\":\"a-key-of-our-own-0123\"}]}");
        rule(house.id(), "{\"hmac\":{\"header\":\"X-Other\"},\"apiKeys\":[{\"name\":\"a\"}]}");
        Caller signed = village.nobody()
                .with("x-tutti-apikey", "a-key-of-our-own-0123")
                .with("X-Other", sign("HmacSHA256", "first secret", "{}", false));
        assertThat(signed.post(house.path(), "{}").status()).isEqualTo(200);

        rule(house.id(), "{\"hmac\":null,\"apiKeys\":null}");

        assertThat(village.nobody().post(house.path(), "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "sha1, HmacSHA1, hex, ''",
        "sha256, HmacSHA256, hex, sha256=",
        "sha512, HmacSHA512, hex, ''",
        "sha256, HmacSHA256, base64, ''",
        "sha1, HmacSHA1, base64, v1="
    })
    void aSignatureOverTheRawBodyOpensAndAnyOtherDoesNot(String word, String algorithm, String encoding, String prefix)
            throws Exception {
        Village.House house = ruled(
                "{\"hmac\":{\"header\":\"X-Hub-Signature\",\"algorithm\":\"%s\",\"encoding\":\"%s\",\"prefix\":\"%s\",\"secret\":\"it is secret\"}}"
                        .formatted(word, encoding, prefix));
        String body = "{\"a\": 1.0,  \"é\":\"ü\"}";
        boolean base64 = encoding.equals("base64");
        String right = prefix + sign(algorithm, "it is secret", body, base64);

        refused(village.nobody().post(house.path(), body), house, 401, "signature-missing");
        refused(
                village.nobody()
                        .with("X-Hub-Signature", prefix + sign(algorithm, "it is Secret", body, base64))
                        .post(house.path(), body),
                house,
                401,
                "signature");
        refused(
                village.nobody().with("X-Hub-Signature", right).post(house.path(), body.replace(",  ", ", ")),
                house,
                401,
                "signature");
        refused(
                village.nobody().with("X-Hub-Signature", prefix + "zz").post(house.path(), body),
                house,
                401,
                "signature");
        refused(
                village.nobody()
                        .with("X-Hub-Signature", right)
                        .with("Content-Type", "multipart/form-data; boundary=XX")
                        .post(house.path(), "--XX--\r\n"),
                house,
                401,
                "signature-multipart");
        assertThat(village.nobody()
                        .with("X-Hub-Signature", right)
                        .post(house.path(), body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whileASecretIsChangedBothCount() throws Exception {
        Village.House house = ruled(
                "{\"hmac\":{\"header\":\"X-Sig\",\"secret\":\"the new secret\",\"previousSecret\":\"the old secret\"}}");

        for (String secret : new String[] {"the new secret", "the old secret"}) {
            assertThat(village.nobody()
                            .with("X-Sig", sign("HmacSHA256", secret, "{}", false))
                            .post(house.path(), "{}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(village.nobody()
                        .with("X-Sig", sign("HmacSHA256", "another secret", "{}", false))
                        .post(house.path(), "{}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aNameAndAPasswordAreAskedForAsBrowsersKnowIt() {
        Village.House house = ruled("{\"basic\":{\"user\":\"ada\",\"password\":\"love lace\"}}");
        String right = "Basic " + Base64.getEncoder().encodeToString("ada:love lace".getBytes(StandardCharsets.UTF_8));

        Caller.Reply reply = village.nobody().post(house.path(), "{}");
        refused(reply, house, 401, "basic");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Basic");
        refused(village.nobody().with("Authorization", right + "x").post(house.path(), "{}"), house, 401, "basic");
        assertThat(village.nobody()
                        .with("Authorization", right)
                        .post(house.path(), "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyAllowedAddressesGetInAndAForgedHeaderDoesNotHelp() {
        Village.House house = ruled("{\"ipAllow\":[\"203.0.113.0/24\",\"2001:db8::/32\"]}");

        refused(village.nobody().post(house.path(), "{}"), house, 403, "address");
        refused(
                village.nobody()
                        .with("X-Forwarded-For", "203.0.113.7")
                        .with("Forwarded", "for=203.0.113.7")
                        .post(house.path(), "{}"),
                house,
                403,
                "address");
        rule(house.id(), "{\"ipAllow\":[\"127.0.0.0/8\",\"::1\"]}");
        assertThat(village.nobody().post(house.path(), "{}").status()).isEqualTo(200);
    }

    @Test
    void passThroughGivesTheBodyOnAsItCame() {
        Village.House house = ruled("{\"passthrough\":true}");

        Caller.Reply reply = village.nobody()
                .with("Content-Type", "application/json")
                .post(house.path() + "?q=1", "{\"a\": not even json");

        assertThat(reply.json().get("value").asString()).isEqualTo("{\"a\": not even json");
        assertThat(reply.json().get("q").asString()).isEqualTo("1");
    }

    @Test
    void theNextRequestTeachesTheStructureAndWhatDoesNotFitIsRefusedWithTheReason() {
        Village.House house = village.echo("{\"headers\":true}");
        Caller.Reply learning = village.owner().post("/api/v1/webhooks/" + house.id() + "/learn", "{}");
        assertThat(learning.json().get("until").asString()).isNotBlank();

        assertThat(village.nobody()
                        .post(house.path(), "{\"order\":{\"id\":7,\"total\":12.5},\"tags\":[\"a\"]}")
                        .status())
                .isEqualTo(200);

        Caller.Reply detail = village.owner().get("/api/v1/webhooks/" + house.id());
        assertThat(detail.json().at("/rules/structure/fields").toString())
                .isEqualTo(
                        "[{\"name\":\"order\",\"type\":\"collection\",\"fields\":[{\"name\":\"id\",\"type\":\"number\"},{\"name\":\"total\",\"type\":\"number\"}]},"
                                + "{\"name\":\"tags\",\"type\":\"array\",\"item\":{\"name\":\"item\",\"type\":\"text\"}}]");
        assertThat(detail.json().at("/rules/learningUntil").isNull()).isTrue();
        Caller.Reply wrong = village.nobody()
                .with("Accept-Language", "en")
                .post(house.path(), "{\"order\":{\"id\":\"seven\"},\"tags\":{}}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("detail").asString())
                .contains("“order.id” must be a number; “tags” must be a list");
        assertThat(village.nobody()
                        .post(house.path(), "{\"order\":{\"id\":8},\"new\":1}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWebhookLearnsEvenWhileItsScenarioIsOff() {
        ScenarioId draft = village.draft(module(1, "webhook:receive", "{}"), "", "");
        String path = webhooks.of(draft).path();
        assertThat(village.nobody().post(path, "{\"a\":1}").status()).isEqualTo(410);
        village.owner().post("/api/v1/webhooks/" + draft + "/learn", "{}");

        assertThat(village.nobody().post(path, "{\"a\":1}").body()).isEqualTo("Accepted");

        assertThat(village.owner().get("/api/v1/webhooks/" + draft).body()).contains("\"name\":\"a\"");
        assertThat(village.nobody().post(path, "{\"a\":1}").status()).isEqualTo(410);
        assertThat(runs.newest(draft, 5)).isEmpty();
    }

    @Test
    void aStrictStructureRefusesWhatItDoesNotName() {
        Village.House house = ruled(
                "{\"structure\":{\"strict\":true,\"fields\":[{\"name\":\"a\",\"type\":\"number\",\"required\":true}]}}");

        refused(village.nobody().post(house.path(), "{\"a\":1,\"b\":2}"), house, 400, "structure");
        refused(village.nobody().post(house.path(), "{}"), house, 400, "structure");
        assertThat(village.nobody().post(house.path(), "{\"a\":1}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"colour\":1}",
                "{\"apiKeys\":[{\"name\":\"\"}]}",
                "{\"apiKeys\":[{\"name\":\"a\",\"key\":\"short\"}]}",
                "{\"hmac\":{\"header\":\"X-Sig\"}}",
                "{\"hmac\":{\"header\":\"bad header\",\"secret\":\"long enough\"}}",
                "{\"hmac\":{\"header\":\"X-Sig\",\"secret\":\"long enough\",\"algorithm\":\"md5\"}}",
                "{\"hmac\":[]}",
                "{\"basic\":{\"user\":\"a:b\",\"password\":\"long enough\"}}",
                "{\"ipAllow\":[\"example.com\"]}",
                "{\"structure\":{\"fields\":[{\"name\":\"a\",\"type\":\"colour\"}]}}",
                "{\"queueLimit\":0}",
                "{\"perMinute\":1.5}",
                "{\"dedup\":{}}",
                "{\"logDays\":365}",
                "{\"passthrough\":\"yes\"}"
            })
    void aRuleThatMakesNoSenseIsRefusedWithItsFieldAndChangesNothing(String rules) {
        Village.House house = village.silent();

        Caller.Reply reply = village.owner().call("PATCH", "/api/v1/webhooks/" + house.id(), rules);

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.json().get("field").asString()).isNotBlank();
        assertThat(reply.json().get("detail").asString()).isNotBlank().doesNotContain("trigger.");
        assertThat(village.nobody().post(house.path(), "{}").status()).isEqualTo(200);
    }
}
