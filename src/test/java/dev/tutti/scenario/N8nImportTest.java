package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workflows of n8n, as scenarios. */
class N8nImportTest {

    @Test
    void aFormWithTwoAnswersComesOverWhole() {
        Takeover taken = Takeover.file("n8n/orders");

        assertThat(taken.name()).isEqualTo("Orders");
        assertThat(taken.report().format()).isEqualTo("n8n");
        assertThat(taken.report().todo()).isEmpty();
        assertThat(taken.report().modules())
                .allSatisfy(line -> assertThat(line.grade()).isEqualTo(ImportReport.Grade.EXACT));
        assertThat(taken.blueprint().settings().timeZone().getId()).isEqualTo("America/New_York");
        assertThat(taken.blueprint().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("## Orders"));
        assertThat(value(taken, 2, "variables")).contains("{{upper(1.name)}}", "{{1.price * 1.count}}");
        assertThat(taken.blueprint()
                        .link(3, 4)
                        .orElseThrow()
                        .filter()
                        .orElseThrow()
                        .conditions())
                .containsExactly(
                        List.of(new LinkFilter.Row("{{2.total}}", "number:greater", java.util.Optional.of("100"))));
        assertThat(taken.blueprint().link(3, 5).orElseThrow().fallback()).isTrue();
    }

    @Test
    void whereBranchesMeetStandsAMergeThatKnowsWhatIsReadBehindIt() {
        Takeover taken = Takeover.file("n8n/orders");
        Node merge = taken.blueprint().modules().stream()
                .filter(module -> module.module().equals("flow:merge"))
                .findFirst()
                .orElseThrow();

        assertThat(Json.write(merge.values()))
                .isEqualTo("{\"outputs\":[{\"name\":\"text\",\"values\":[\"{{4.text}}\",\"{{5.text}}\"]},"
                        + "{\"name\":\"total\",\"values\":[\"{{4.total}}\",\"{{5.total}}\"]}]}");
        assertThat(value(taken, 6, "body"))
                .isEqualTo("{{" + merge.no() + ".text}}: {{if(" + merge.no()
                        + ".total > 5; \"\"ok\"\"; \"\"few\"\")}}".replace("\"\"", "\""));
    }

    @Test
    void listsLoopsAndErrorsHaveTheirPlace() {
        Takeover taken = Takeover.file("n8n/items");

        assertThat(value(taken, 2, "url"))
                .isEqualTo("https://shop.example/orders?day={{formatDate(addDays(now; -1); \"YYYY-MM-DD\")}}");
        assertThat(taken.blueprint()
                        .module(2)
                        .orElseThrow()
                        .retry()
                        .orElseThrow()
                        .attempts())
                .isEqualTo(3);
        assertThat(value(taken, 3, "array")).isEqualTo("{{2.data.orders}}");
        assertThat(taken.blueprint()
                        .link(3, 6)
                        .orElseThrow()
                        .filter()
                        .orElseThrow()
                        .conditions())
                .as("the filter and the loop became a link")
                .hasSize(2);
        assertThat(value(taken, 6, "body")).isEqualTo("{\"id\":\"{{3.id}}\",\"lines\":\"{{3.lines[1].name}}\"}");
        assertThat(taken.blueprint().link(6, 7).orElseThrow().error()).isTrue();
        assertThat(value(taken, 8, "seconds")).isEqualTo("120");
        assertThat(taken.blueprint().module(7).orElseThrow().module()).isEqualTo("inert:n8n:code");
        assertThat(value(taken, 10, "subject")).isEqualTo("Done: {{length(map(9.array; \"ids\"))}}");
        assertThat(value(taken, 10, "text")).isEqualTo("{{\"{{ $json.ids.map(i => i * 2) }}\"}}");
        assertThat(taken.report().connect()).anyMatch(need -> need.label().equals("Shop key"));
        assertThat(grade(taken, 10)).isEqualTo(ImportReport.Grade.APPROXIMATE);
        assertThat(grade(taken, 7)).isEqualTo(ImportReport.Grade.UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "={{ $json.a }} ~ {{1.a}}",
                "={{ $json[\"a b\"].c[0] }} ~ {{1.`a b`.c[1]}}",
                "={{ $('Start').item.json.a }} ~ {{1.a}}",
                "={{ $(\"Start\").first().json.a.b }} ~ {{1.a.b}}",
                "={{ $node[\"Start\"].json.a }} ~ {{1.a}}",
                "={{ $json.a === 'x' && $json.b != 2 }} ~ {{1.a = \"x\" & 1.b != 2}}",
                "={{ $json.a || 'none' }} ~ {{ifempty(1.a; \"none\")}}",
                "={{ $json.a ?? $json.b }} ~ {{ifempty(1.a; 1.b)}}",
                "={{ !$json.a }} ~ {{if(1.a; false; true)}}",
                "={{ ($json.a + 1) * 2 }} ~ {{(1.a + 1) * 2}}",
                "={{ $now }} ~ {{now}}",
                "={{ $json.name.trim().toLowerCase() }} ~ {{lower(trim(1.name))}}",
                "={{ $json.list.length }} ~ {{length(1.list)}}",
                "={{ Math.round($json.a / 3) }} ~ {{round(1.a / 3)}}",
                "={{ JSON.stringify($json.a) }} ~ {{toString(1.a)}}",
                "={{ $vars.region }} ~ {{var.workspace.region}}",
                "={{ $workflow.name }} {{ $execution.id }} ~ {{var.scenario.name}} {{executionId}}",
                "={{ $json.items.map(i => i.x) }} ~ {{\"{{ $json.items.map(i => i.x) }}\"}}",
                "={{ $env.SECRET }} ~ {{\"{{ $env.SECRET }}\"}}",
                "={{ process.exit() }} ~ {{\"{{ process.exit() }}\"}}",
                "plain {{text}} ~ {{\"plain {{text}}\"}}",
                "=say \"hi\" {{ 'it''s' }} ~ say \"hi\" {{\"{{ 'it''s' }}\"}}"
            })
    void expressionsBecomeOurs(String n8n, String ours) {
        Takeover taken = Takeover.of(Fields.of(
                "nodes",
                dev.tutti.value.Items.of(
                        node("Start", "n8n-nodes-base.someTrigger", Fields.EMPTY),
                        node("Then", "n8n-nodes-base.set", parameters(n8n))),
                "connections",
                Drawing.fields("{\"Start\": {\"main\": [[{\"node\": \"Then\", \"type\": \"main\", \"index\": 0}]]}}")));

        assertThat(value(taken, 2, "variables"))
                .isEqualTo("[{\"name\":\"v\",\"value\":" + Json.write(Text.of(ours)) + "}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nodes\": []}",
                "{\"nodes\": [], \"connections\": {}}",
                "{\"nodes\": [{\"type\": \"n8n-nodes-base.if\"}, {\"type\": 7}, {}], \"connections\": {\"\": {\"main\": [[{\"node\": \"\"}]]}}}",
                "{\"nodes\": [{\"name\": \"a\", \"type\": \"x.if\", \"parameters\": []}, {\"name\": \"b\", \"type\": \"x.merge\"}], \"connections\": {\"a\": {\"main\": [[{\"node\": \"b\"}], [{\"node\": \"b\"}], 7, null]}, \"b\": {\"main\": [[{\"node\": \"a\"}]]}, \"__proto__\": {\"main\": 1}}}",
                "{\"nodes\": [{\"name\": \"a\", \"type\": \"x.splitInBatches\"}], \"connections\": {\"a\": {\"main\": [[{\"node\": \"a\"}], [{\"node\": \"a\"}]]}}}",
                "{\"nodes\": [{\"name\": \"a\", \"type\": \"x.switch\", \"parameters\": {\"rules\": {\"values\": [7, {}]}, \"options\": {\"fallbackOutput\": 9999}}}], \"connections\": {}}",
                "{\"nodes\": [{\"name\": \"w\", \"type\": \"x.scheduleTrigger\", \"position\": [1e300, \"x\"], \"parameters\": {\"rule\": {\"interval\": [{\"field\": \"weeks\"}]}}}], \"connections\": {}}"
            })
    void oddWorkflowsAreReportedOrRefused(String json) {
        if (Takeover.refused(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .isEmpty()) {
            assertThat(Takeover.of(json).report().format()).isEqualTo("n8n");
        }
    }

    @Test
    void aThousandNodesInARingAreReadAtOnce() {
        StringBuilder nodes = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 1_400; i++) {
            nodes.append(i == 0 ? "" : ",")
                    .append("{\"name\": \"n")
                    .append(i)
                    .append(
                            "\", \"type\": \"n8n-nodes-base.if\", \"parameters\": {\"conditions\": {\"conditions\": [{\"leftValue\": \"={{ $json.a }}\", \"rightValue\": 1, \"operator\": {\"type\": \"number\", \"operation\": \"gt\"}}]}}}");
            links.append(i == 0 ? "" : ",")
                    .append("\"n")
                    .append(i)
                    .append("\": {\"main\": [[{\"node\": \"n")
                    .append((i + 1) % 1_400)
                    .append("\"}]]}");
        }
        byte[] ring = ("{\"nodes\": [" + nodes + "], \"connections\": {" + links + "}}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Takeover.milliseconds(() -> Takeover.refused(ring))).isLessThan(1_000);
    }

    private static Fields node(String name, String type, Fields parameters) {
        return Fields.of("name", Text.of(name), "type", Text.of(type), "parameters", parameters);
    }

    private static Fields parameters(String value) {
        Fields one = Fields.of("name", Text.of("v"), "value", Text.of(value));
        return Fields.of("assignments", Fields.of("assignments", dev.tutti.value.Items.of(one)));
    }

    private static String value(Takeover taken, int no, String key) {
        var value = taken.blueprint().module(no).orElseThrow().values().get(key);
        return value instanceof Text(String text) ? text : Json.write(value);
    }

    private static ImportReport.Grade grade(Takeover taken, int no) {
        return taken.report().modules().stream()
                .filter(line -> line.id() == no)
                .findFirst()
                .orElseThrow()
                .grade();
    }
}
