package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.make.MakeExport;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What was drawn here goes to Make, as far as Make can do it, and says what it cannot. */
class NativeExportTest {

    private static final String COMMON = """
            {"modules":[
             {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{}},
             {"no":2,"module":"http:request","version":%d,"at":[328,0],
              "values":{"url":"{{1.url}}","method":"POST","bodyKind":"raw","body":"{}","contentType":"application/json"}},
             {"no":3,"module":"flow:iterator","version":1,"at":[656,0],"values":{"array":"{{2.data}}"}},
             {"no":4,"module":"tools:compose","version":1,"at":[984,0],"name":"One line","values":{"text":"{{3.a}}"}},
             {"no":5,"module":"text:aggregator","version":1,"at":[1312,0],
              "values":{"source":3,"separator":"other","otherSeparator":" + ","text":"{{4.value}}","groupBy":"{{3.b}}"}},
             {"no":6,"module":"tools:setVariable","version":1,"at":[1640,0],
              "values":{"name":"all","value":"{{5.text}} {{var.workspace.region}}","scope":"run"}},
             {"no":7,"module":"json:create","version":1,"at":[1968,0],"values":{"object":"{{6.all}}"}},
             {"no":8,"module":"webhook:reply","version":1,"at":[2296,0],"values":{"body":"{{7.json}}",
              "headers":[{"name":"X-A","value":"1"}]}}],
             "links":[{"from":1,"to":2},{"from":2,"to":3},{"from":3,"to":4},{"from":4,"to":5},{"from":5,"to":6},
              {"from":6,"to":7,"name":"Any","filter":{"name":"Any","conditions":[[{"a":"{{6.all}}","o":"exist"}]]}},{"from":7,"to":8}],
             "notes":[{"id":"n","at":[0,0],"text":"a < b","tint":"blue","module":4}],
             "settings":{"sequential":true,"maxErrors":7}}
            """;

    @Test
    void theCommonModulesHaveTheirNodesThere() {
        MakeExport.Written written = written(common());

        assertThat(written.findings().in(Locale.ENGLISH, List.of()).modules())
                .allSatisfy(line -> assertThat(line.grade()).as(line.toString()).isEqualTo(ImportReport.Grade.EXACT));
        assertThat(Json.write(Look.items(written.file(), "flow")))
                .contains("\"module\":\"gateway:CustomWebHook\"")
                .contains("\"module\":\"http:ActionSendData\"")
                .contains("{{5.text}} {{var.organization.region}}")
                .contains("\"otherRowSeparator\":\" + \"");
        assertThat(Json.write(written.file())).contains("\"sequential\":true").contains("a &lt; b");
    }

    @Test
    void theyComeInAgainTheSame() {
        Takeover again = Takeover.of(written(common()).file());

        assertThat(again.blueprint().links()).isEqualTo(common().links());
        assertThat(again.blueprint().modules())
                .extracting(Node::module)
                .isEqualTo(common().modules().stream().map(Node::module).toList());
        assertThat(again.blueprint().module(6)).isEqualTo(common().module(6));
        assertThat(again.blueprint().settings().sequential()).isTrue();
        assertThat(again.blueprint().settings().failures().maxErrors()).isEqualTo(7);
        assertThat(again.blueprint().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("a < b"));
    }

    @Test
    void whereRoutesComeTogetherTheRestIsRepeatedAndSaid() {
        MakeExport.Written written = written(blueprint("""
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{}},
                 {"no":2,"module":"flow:router","version":1,"at":[1,0],"values":{}},
                 {"no":3,"module":"tools:compose","version":1,"at":[2,0],"values":{"text":"a"}},
                 {"no":4,"module":"tools:compose","version":1,"at":[2,1],"values":{"text":"b"}},
                 {"no":5,"module":"tools:compose","version":1,"at":[3,0],"values":{"text":"{{3.value}}{{4.value}}"}},
                 {"no":6,"module":"webhook:reply","version":1,"at":[4,0],"values":{"body":"{{5.value}}"}}],
                 "links":[{"from":1,"to":2},{"from":2,"to":3},{"from":2,"to":4},{"from":3,"to":5},{"from":4,"to":5},
                          {"from":5,"to":6}]}
                """));

        Blueprint again = Takeover.of(written.file()).blueprint();

        assertThat(again.modules()).hasSize(8);
        assertThat(again.modules()).extracting(Node::no).doesNotHaveDuplicates();
        Node copy = again.modules().getLast();
        Node before = again.modules().get(6);
        assertThat(copy.values().get("body").toString()).contains("{{" + before.no() + ".value}}");
        assertThat(written.findings().in(Locale.ENGLISH, List.of()).modules())
                .filteredOn(line -> line.grade() == ImportReport.Grade.APPROXIMATE)
                .isNotEmpty();
    }

    @Test
    void joinsWithoutEndAreRefused() {
        StringBuilder modules =
                new StringBuilder("{\"no\":1,\"module\":\"webhook:receive\",\"version\":1,\"at\":[0,0],\"values\":{}}");
        StringBuilder links = new StringBuilder();
        int before = 1;
        for (int i = 0; i < 30; i++) {
            int no = before + 1;
            modules.append(module(no, "flow:router"))
                    .append(module(no + 1, "tools:compose"))
                    .append(module(no + 2, "tools:compose"))
                    .append(module(no + 3, "tools:compose"));
            links.append(i == 0 ? "" : ",")
                    .append(link(before, no))
                    .append(',')
                    .append(link(no, no + 1))
                    .append(',')
                    .append(link(no, no + 2))
                    .append(',')
                    .append(link(no + 1, no + 3))
                    .append(',')
                    .append(link(no + 2, no + 3));
            before = no + 3;
        }
        Blueprint blueprint = blueprint("{\"modules\":[" + modules + "],\"links\":[" + links + "]}");

        assertThat(new MakeExport(TestCatalogue.MODULES).write("x", blueprint)).isInstanceOf(MakeExport.TooMany.class);
    }

    @Test
    void whatMakeDoesNotHaveGoesAlongAndComesBack() {
        Blueprint drawn = blueprint("""
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{"headers":false,"method":false}},
                 {"no":2,"module":"error:throw","version":1,"at":[328,0],"values":{"type":"DataError","message":"No"},
                  "retry":{"attempts":3,"seconds":10,"backoff":true}}],
                 "links":[{"from":1,"to":2}]}
                """);

        MakeExport.Written written = written(drawn);

        ImportReport.Line line =
                written.findings().in(Locale.FRENCH, List.of()).modules().getLast();
        assertThat(line.grade()).isEqualTo(ImportReport.Grade.UNSUPPORTED);
        assertThat(line.module()).isEqualTo("tutti:error.throw");
        assertThat(line.notes()).hasSize(2);
        assertThat(Takeover.of(written.file()).blueprint().modules()).isEqualTo(drawn.modules());
    }

    @Test
    void handlersForTypesOfErrorsAreRoutesThere() {
        MakeExport.Written written = written(blueprint("""
                {"modules":[
                 {"no":1,"module":"webhook:receive","version":1,"at":[0,0],"values":{}},
                 {"no":2,"module":"json:parse","version":1,"at":[328,0],"values":{"json":"{{1.a}}"}},
                 {"no":3,"module":"error:ignore","version":1,"at":[328,200],"values":{}},
                 {"no":4,"module":"error:break","version":1,"at":[328,300],"values":{}}],
                 "links":[{"from":1,"to":2},{"from":2,"to":3,"error":true,"errors":["DataError","BundleValidationError"]},
                          {"from":2,"to":4,"order":2,"error":true}]}
                """));

        assertThat(Json.write(written.file()))
                .contains("\"onerror\":[{")
                .contains("{\"a\":\"{{2.error.type}}\",\"o\":\"text:equal\",\"b\":\"DataError\"}");
        assertThat(Takeover.of(written.file()).report().todo()).isEmpty();
    }

    private static Blueprint common() {
        int version = TestCatalogue.MODULES.find("http:request").orElseThrow().version();
        return blueprint(COMMON.formatted(version));
    }

    private static String module(int no, String ref) {
        return ",{\"no\":" + no + ",\"module\":\"" + ref + "\",\"version\":1,\"at\":[0,0],\"values\":{}}";
    }

    private static String link(int from, int to) {
        return "{\"from\":" + from + ",\"to\":" + to + "}";
    }

    private static Blueprint blueprint(String json) {
        Fields fields = (Fields) Json.parse(json).value().orElseThrow();
        BlueprintJson.Answer answer = BlueprintJson.read(fields);
        assertThat(answer).isInstanceOf(BlueprintJson.Read.class);
        return ((BlueprintJson.Read) answer).blueprint();
    }

    private static MakeExport.Written written(Blueprint blueprint) {
        return (MakeExport.Written) new MakeExport(TestCatalogue.MODULES).write("Drawn here", blueprint);
    }
}
