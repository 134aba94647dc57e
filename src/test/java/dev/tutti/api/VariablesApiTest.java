package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningTutti
class VariablesApiTest {

    @LocalServerPort
    int port;

    private Caller program;

    @BeforeEach
    void comeIn() {
        program = Caller.owner(port);
    }

    @Test
    void fromNewToGone() {
        Caller.Reply made =
                program.post("/api/v1/variables", "{\"name\": \"vat\", \"type\": \"number\", \"value\": \"20\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(program.post("/api/v1/variables", "{\"name\": \"vat\"}")
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("variable-taken");
        Caller.Reply wrong = program.put("/api/v1/variables/vat", "{\"value\": \"twenty\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("field").asString()).isEqualTo("value");
        assertThat(program.put("/api/v1/variables/vat", "{\"value\": \"5.5\"}").status())
                .isEqualTo(200);
        assertThat(program.get("/api/v1/variables/vat/history")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(2);
        assertThat(program.get("/api/v1/variables").body())
                .contains("\"name\":\"vat\",\"type\":\"number\",\"value\":\"5.5\"");

        Caller.Reply scenario = program.post("/api/v1/scenarios", """
                {"name": "Prices", "blueprint": {
                  "modules": [{"no": 1, "module": "webhook:receive"},
                              {"no": 2, "module": "webhook:reply", "values": {"body": "{{var.workspace.vat}}"}}],
                  "links": [{"from": 1, "to": 2}]}}""");
        Caller.Reply used = program.delete("/api/v1/variables/vat");
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.json().get("scenarios").get(0).get("name").asString()).isEqualTo("Prices");
        program.delete("/api/v1/scenarios/" + scenario.json().get("id").asString());
        assertThat(program.delete("/api/v1/variables/vat").status()).isEqualTo(204);
        assertThat(program.get("/api/v1/variables/vat").status()).isEqualTo(404);
    }

    @Test
    void aRunSeesWhatItWroteItself() {
        program.post("/api/v1/variables", "{\"name\": \"last\", \"type\": \"number\", \"value\": \"1\"}");
        String id = program.post("/api/v1/scenarios", """
                        {"name": "Counts", "blueprint": {
                          "modules": [{"no": 1, "module": "webhook:receive"},
                                      {"no": 2, "module": "variables:set",
                                       "values": {"name": "last", "value": "{{var.workspace.last + 1}}"}},
                                      {"no": 3, "module": "webhook:reply", "values": {"body": "{{var.workspace.last}}"}}],
                          "links": [{"from": 1, "to": 2}, {"from": 2, "to": 3}]}}""").json().get("id").asString();
        Caller.Reply ran = program.post("/api/v1/scenarios/" + id + "/run?wait=20", "{\"data\": {}}");
        assertThat(ran.json().get("reply").get("body").asString()).isEqualTo("2");
        assertThat(program.get("/api/v1/variables/last/history").body()).contains("\"runId\":\"");
    }
}
