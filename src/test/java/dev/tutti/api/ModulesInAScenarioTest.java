package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The modules that come with Tutti, put together as people do, published and called from outside. */
@RunningTutti
class ModulesInAScenarioTest {

    @LocalServerPort
    int port;

    @Test
    void modulesWorkTogetherFromARequestToItsReply() {
        Caller owner = Caller.owner(port);
        String store = owner.post("/api/v1/datastores", "{\"name\":\"Lines\"}")
                .json()
                .get("id")
                .asString();
        String hook = publish("""
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{"method":true}},
                 {"no":2,"module":"flow:iterator","version":1,"at":[300,0],"values":{"array":"{{1.lines}}"}},
                 {"no":3,"module":"datastore:add","version":1,"at":[600,0],
                  "values":{"store":"STORE","key":"{{2.sku}}","overwrite":true,"data":{"sku":"{{2.sku}}","total":"{{2.n * 2}}"}}},
                 {"no":4,"module":"numbers:aggregator","version":1,"at":[900,0],
                  "values":{"source":2,"function":"SUM","value":"{{3.data.total}}"}},
                 {"no":5,"module":"tools:setVariables","version":1,"at":[1200,0],
                  "values":{"variables":[{"name":"sum","value":"{{4.result}}"},{"name":"how","value":"{{1.__IMTMETHOD__}}"}]}},
                 {"no":6,"module":"datastore:search","version":1,"at":[1500,0],
                  "values":{"store":"STORE","filter":[[{"a":"total","o":"number:greater","b":"{{1.over}}"}]],
                            "sort":[{"key":"sku","order":"desc"}],"limit":"10"}},
                 {"no":7,"module":"text:aggregator","version":1,"at":[1800,0],
                  "values":{"source":6,"separator":"other","otherSeparator":"+","text":"{{6.data.sku}}"}},
                 {"no":8,"module":"tools:getVariables","version":1,"at":[2100,0],"values":{"variables":["sum","how"]}},
                 {"no":9,"module":"json:create","version":1,"at":[2400,0],
                  "values":{"object":{"sum":"{{8.sum}}","how":"{{8.how}}","skus":"{{7.text}}"},"indent":false}},
                 {"no":10,"module":"webhook:reply","version":1,"at":[2700,0],
                  "values":{"status":"202","body":"{{9.json}}","headers":[{"name":"X-Done","value":"yes"}]}}],
                 "links":[{"from":1,"to":2},{"from":2,"to":3},{"from":3,"to":4},{"from":4,"to":5},{"from":5,"to":6},
                          {"from":6,"to":7},{"from":7,"to":8},{"from":8,"to":9},{"from":9,"to":10}],
                 "notes":[],"settings":{}}
                """.replace("STORE", store));
        Caller.Reply reply = Caller.nobody(port).post(hook, """
                        {"over":15,"lines":[{"sku":"a","n":5},{"sku":"b","n":10},{"sku":"c","n":20.5}]}
                        """);
        assertThat(reply.body()).isEqualTo("{\"sum\":71,\"how\":\"POST\",\"skus\":\"c+b\"}");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("X-Done")).isEqualTo("yes");
        assertThat(owner.get("/api/v1/datastores/" + store)
                        .json()
                        .get("records")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aFailureNamesModuleFieldAndCause() {
        String hook = publish("""
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{}},
                 {"no":2,"module":"http:request","version":1,"at":[300,0],
                  "values":{"url":"http://127.0.0.1:1/","timeout":"{{1.timeout}}"}},
                 {"no":3,"module":"webhook:reply","version":1,"at":[600,0],"values":{"body":"never"}}],
                 "links":[{"from":1,"to":2},{"from":2,"to":3}],"notes":[],"settings":{"incompletes":false}}
                """);
        assertThat(Caller.nobody(port).post(hook, "{\"timeout\":\"soon\"}").status())
                .isEqualTo(500);
        JsonNode run = Caller.owner(port)
                .get("/api/v1/runs?limit=1")
                .json()
                .get("items")
                .get(0);
        assertThat(run.get("status").asString()).isEqualTo("error");
        assertThat(run.get("error").get("module").asInt()).isEqualTo(2);
        assertThat(run.get("error").get("kind").asString()).isEqualTo("BundleValidationError");
        assertThat(run.get("error").get("message").asString())
                .contains("Time limit")
                .contains("“soon”");
    }

    @Test
    void aggregatorsThatAreModulesGetAllItemsOfAGroup() {
        String hook = publish("""
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{}},
                 {"no":2,"module":"flow:iterator","version":1,"at":[300,0],"values":{"array":"{{1.lines}}"}},
                 {"no":3,"module":"json:aggregate","version":1,"at":[600,0],
                  "values":{"source":2,"groupBy":"{{2.of}}","fields":[{"name":"sku","value":"{{2.sku}}"}]}},
                 {"no":4,"module":"csv:aggregate","version":1,"at":[900,0],
                  "values":{"source":2,"newline":"lf","delimiter":"semicolon",
                            "fields":[{"name":"of","value":"{{3.__IMTKEY__}}"},{"name":"json","value":"{{3.json}}"}]}},
                 {"no":5,"module":"webhook:reply","version":1,"at":[1200,0],"values":{"body":"{{4.csv}}"}}],
                 "links":[{"from":1,"to":2},{"from":2,"to":3},{"from":3,"to":4},{"from":4,"to":5}],
                 "notes":[],"settings":{}}
                """.replace("\"source\":2,\"newline\"", "\"source\":3,\"newline\""));
        Caller.Reply reply = Caller.nobody(port)
                .post(hook, "{\"lines\":[{\"sku\":\"a\",\"of\":1},{\"sku\":\"b\",\"of\":2},{\"sku\":\"c\",\"of\":1}]}");
        assertThat(reply.body()).contains("of;json\n").contains("\"sku\"\":\"\"a");
    }

    @Test
    void whatAStoreWasGivenIsTakenBackWithTheCycle() {
        Caller owner = Caller.owner(port);
        String store = owner.post("/api/v1/datastores", "{\"name\":\"Undone\"}")
                .json()
                .get("id")
                .asString();
        String hook = publish("""
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{}},
                 {"no":2,"module":"datastore:add","version":1,"at":[300,0],"values":{"store":"STORE","key":"{{1.key}}"}},
                 {"no":3,"module":"error:throw","version":1,"at":[600,0],"values":{"type":"DataError","message":"no"}}],
                 "links":[{"from":1,"to":2},{"from":2,"to":3}],
                 "notes":[],"settings":{"autoCommit":COMMIT,"incompletes":false,"replySeconds":20}}
                """.replace("STORE", store).replace("COMMIT", "false"));
        Caller.nobody(port).post(hook, "{\"key\":\"a\"}");
        assertThat(records(owner, store)).as("the cycle failed").isZero();
    }

    private static int records(Caller owner, String store) {
        return owner.get("/api/v1/datastores/" + store).json().get("records").asInt();
    }

    @Test
    void aDataStructureIsMadeFromASampleAndKeepsAStoreInOrder() {
        Caller owner = Caller.owner(port);
        Caller.Reply made =
                owner.post("/api/v1/structures/generate", "{\"kind\":\"json\",\"sample\":\"{\\\"age\\\":36}\"}");
        assertThat(made.json().get("structure").toString())
                .isEqualTo("{\"fields\":[{\"name\":\"age\",\"type\":\"number\"}]}");
        String structure = owner.post(
                        "/api/v1/structures",
                        "{\"name\":\"Person\",\"structure\":{\"strict\":true,\"fields\":[{\"name\":\"age\",\"type\":\"number\"}]}}")
                .json()
                .get("id")
                .asString();
        String store = "/api/v1/datastores/"
                + owner.post("/api/v1/datastores", "{\"name\":\"People\"}")
                        .json()
                        .get("id")
                        .asString();
        assertThat(owner.put(store + "/structure", "{\"structure\":\"" + structure + "\"}")
                        .json()
                        .get("structure")
                        .asString())
                .isEqualTo(structure);
        Caller.Reply unfit = owner.post(store + "/records", "{\"key\":\"a\",\"data\":{\"size\":1}}");
        assertThat(unfit.status()).isEqualTo(422);
        assertThat(unfit.json().get("detail").asString()).contains("size");
        assertThat(owner.post(store + "/records", "{\"key\":\"a\",\"data\":{\"age\":1}}")
                        .status())
                .isEqualTo(201);
        assertThat(owner.delete("/api/v1/structures/" + structure).status()).isEqualTo(409);
        assertThat(owner.post("/api/v1/structures/generate", "{\"kind\":\"xml\",\"sample\":\"<a>\"}")
                        .status())
                .isEqualTo(422);
        assertThat(owner.post("/api/v1/structures", "{\"name\":\"x\",\"structure\":{\"fields\":7}}")
                        .status())
                .isEqualTo(422);
    }

    /** The path of the published webhook. */
    private String publish(String blueprint) {
        Caller owner = Caller.owner(port);
        Caller.Reply created =
                owner.post("/api/v1/scenarios", "{\"name\":\"Modules\",\"blueprint\":" + blueprint + "}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String scenario = "/api/v1/scenarios/" + created.json().get("id").asString();
        Caller.Reply published = owner.post(scenario + "/publish", "{\"turnOn\":true}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return published.json().get("webhookUrl").asString().replaceFirst("^https?://[^/]+", "");
    }
}
