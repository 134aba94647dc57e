package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import dev.tutti.workspace.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningTutti
class RunTableTest {

    @LocalServerPort
    int port;

    private final RunTable table = new RunTable(',', new Messages(), Locale.ENGLISH);

    @Test
    void aCellThatIsAFormulaToSpreadsheetsIsDisarmed() {
        assertThat(table.cell("=HYPERLINK(\"http://x\")")).isEqualTo("\"'=HYPERLINK(\"\"http://x\"\")\"");
        assertThat(table.cell("+1")).isEqualTo("'+1");
        assertThat(table.cell("-1")).isEqualTo("'-1");
        assertThat(table.cell("@sum")).isEqualTo("'@sum");
        assertThat(table.cell("\tx")).isEqualTo("'\tx");
        assertThat(table.cell(-1)).isEqualTo("-1");
    }

    @Test
    void separatorsQuotesAndLineBreaksStayInTheirCell() {
        assertThat(table.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(table.cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(table.cell("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
        assertThat(table.cell(null)).isEmpty();
        assertThat(new RunTable(';', new Messages(), Locale.FRENCH).cell("a;b")).isEqualTo("\"a;b\"");
    }

    @Test
    void theRunsOfAScenarioComeAsATable() {
        Caller program = Caller.owner(port);
        String id = program.post("/api/v1/scenarios", """
                {"name": "=Table, please", "blueprint": {
                  "modules": [{"no": 1, "module": "tools:compose", "values": {"text": "x"}}], "links": []}}""").json().get("id").asString();
        assertThat(program.post("/api/v1/scenarios/" + id + "/run?wait=20", "{}")
                        .status())
                .isEqualTo(200);

        Caller.Reply reply = program.get("/api/v1/runs.csv?scenario=" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        assertThat(reply.header("Content-Disposition")).contains("runs.csv");
        assertThat(reply.body().lines()).hasSize(2);
        assertThat(reply.body()).startsWith("\uFEFFRun,Scenario,").contains(",\"'=Table, please\",,success,");
        assertThat(program.get("/api/v1/runs.csv?status=nonsense").status()).isEqualTo(400);
        assertThat(Caller.nobody(port).get("/api/v1/runs.csv").status()).isEqualTo(401);
    }
}
