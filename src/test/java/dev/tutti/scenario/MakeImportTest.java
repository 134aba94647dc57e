package dev.tutti.scenario;

import static dev.tutti.scenario.ScenarioWorld.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MakeImportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-reply",
                "lines-to-table",
                "http-v3",
                "variables",
                "fallback-routes",
                "nested-routers",
                "filters",
                "text-aggregator",
                "api-wrapper",
                "text-wrapper",
                "if-else-merge"
            })
    void whatHasNothingToDoCanBePublishedAtOnce(String name) {
        Takeover understood = read(name);

        assertThat(understood.report().todo()).isEmpty();
        assertThat(TestCatalogue.checks().check(understood.blueprint())).noneMatch(Problem::isError);
        new PlanCompiler(TestCatalogue.CATALOGUE).compile(understood.blueprint());
    }

    @Test
    void aRouterWithAFallbackRepliesAsItDidThere() {
        Takeover understood = read("order-reply");

        assertThat(grades(understood))
                .containsExactly(
                        "1 gateway:CustomWebHook EXACT",
                        "2 builtin:BasicRouter EXACT",
                        "3 gateway:WebhookRespond EXACT",
                        "4 gateway:WebhookRespond EXACT");
        assertThat(understood.name()).isEqualTo("Order intake");
        assertThat(understood.blueprint().module(1).orElseThrow().name()).contains("Order received");
        assertThat(understood.blueprint().module(3).orElseThrow().at()).isEqualTo(new Position(656, -120));
        assertThat(understood.blueprint().link(2, 4).orElseThrow().fallback()).isTrue();
        assertThat(understood.blueprint().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("Over 500 goes to sales & co."));
        assertThat(replies(understood, "{\"total\": 612.5}")).containsExactly("{\"accepted\":true,\"total\":612.50}");
        assertThat(replies(understood, "{\"total\": 3}")).containsExactly("Thank you, friend");
    }

    @Test
    void iteratorAndAggregatorKeepTheirPair() {
        Takeover understood = read("lines-to-table");

        TestRun run = TestRun.of(
                understood.blueprint(),
                "{\"lines\": [{\"name\": \"pen\", \"quantity\": 2, \"price\": 1.5}, {\"name\": \"ink\", \"quantity\": 1, \"price\": 9}]}");
        assertThat(run.calls.getFirst())
                .isEqualTo(
                        "json:create {\"object\":[{\"label\":\"pen × 2\",\"price\":1.5},{\"label\":\"ink × 1\",\"price\":9}],\"indent\":false}");
        assertThat(TestRun.of(understood.blueprint(), "{\"lines\": []}").calls).containsExactly("SUCCESS");
    }

    @Test
    void httpRequestsComeInBothVersions() {
        Fields get = read("http-v3").blueprint().module(2).orElseThrow().values();
        assertThat(get.get("url")).isEqualTo(Text.of("https://erp.example/suppliers/{{1.id}}"));
        assertThat(get.get("method")).isEqualTo(Text.of("GET"));

        Takeover newer = read("http-v4");
        assertThat(newer.blueprint().module(1).orElseThrow().module()).isEqualTo("http:request");
        assertThat(newer.report().todo()).hasSize(1);
        assertThat(newer.report().todo().getFirst()).contains("Mailer key");
        assertThat(newer.blueprint().module(1).orElseThrow().name()).contains("Yesterday's contacts");
    }

    @Test
    void variablesAndSettingsAreKept() {
        Takeover understood = read("variables");

        assertThat(understood.blueprint().settings().sequential()).isTrue();
        assertThat(understood.blueprint().settings().failures().maxErrors()).isEqualTo(5);
        assertThat(texts(TestRun.of(understood.blueprint(), "{}"))).containsExactly("Hello Ada: 61.5 €\\n");
    }

    @Test
    void routesKeepTheirOrderTheirFallbackAndWhetherTheyAreDisabled() {
        Takeover understood = read("fallback-routes");

        assertThat(understood.blueprint().link(2, 3).orElseThrow().fallback()).isTrue();
        assertThat(understood.blueprint().link(2, 5).orElseThrow().disabled()).isTrue();
        assertThat(texts(TestRun.of(understood.blueprint(), "{\"kind\": \"invoice\"}")))
                .containsExactly("invoice");
        assertThat(texts(TestRun.of(understood.blueprint(), "{\"kind\": \"orders\"}")))
                .containsExactly("order", "order again");
        assertThat(texts(TestRun.of(understood.blueprint(), "{\"kind\": \"x\"}")))
                .containsExactly("other x");
    }

    @Test
    void routersLieInRouters() {
        assertThat(texts(TestRun.of(read("nested-routers").blueprint(), "{\"x\": 1}")))
                .containsExactly("a", "a1", "a2", "a2x", "a2y", "b");
        assertThat(texts(TestRun.of(read("nested-routers").blueprint(), "{\"x\": 5}")))
                .containsExactly("a", "a2", "a2x", "a2y", "b");
    }

    @Test
    void filtersOfAllKindsPassWhatTheyPassedThere() {
        Takeover understood = read("filters");

        assertThat(
                        texts(
                                TestRun.of(
                                        understood.blueprint(),
                                        "{\"name\": \"Ada\", \"total\": 250, \"date\": \"2026-01-02\", \"tags\": [\"new\"], \"paid\": true}")))
                .hasSize(9);
        assertThat(texts(TestRun.of(understood.blueprint(), "{\"name\": \"Bob\"}")))
                .containsExactly("ok 0");
        assertThat(understood.report().modules().getLast().notes())
                .anyMatch(note -> note.contains("text:startwith"))
                .anyMatch(note -> note.contains("number:greaterorequal"))
                .anyMatch(note -> note.contains("date:greater"));
    }

    @Test
    void textsAreJoined() {
        Takeover understood = read("text-aggregator");
        TestRun run = TestRun.of(understood.blueprint(), "{\"items\": [{\"title\": \"a\"}, {\"title\": \"b\"}]}");

        assertThat(run.replies).hasSize(1);
        assertThat(run.replies.getFirst().body()).isEqualTo(Text.of("- a (1/2)\n- b (2/2)"));
    }

    @Test
    void whatDoesNotExistHereIsKeptAndReported() {
        Takeover understood = read("unknown-apps");

        assertThat(grades(understood))
                .containsExactly(
                        "1 google-sheets:watchRows UNSUPPORTED",
                        "2 http:ActionSendData EXACT",
                        "6 builtin:Ignore EXACT",
                        "3 slack:CreateMessage UNSUPPORTED",
                        "4 email:ActionSendEmail EXACT");
        Node sheet = understood.blueprint().module(1).orElseThrow();
        assertThat(sheet.module()).isEqualTo("inert:google-sheets:watchRows");
        assertThat(((Fields) sheet.values().get("make")).get("parameters"))
                .isEqualTo(Look.fields(
                        (Fields) Look.items(Takeover.json("make/unknown-apps"), "flow")
                                .get(0),
                        "parameters"));
        assertThat(understood.report().todo())
                .hasSize(3)
                .anyMatch(todo -> todo.contains("google-sheets:watchRows"))
                .anyMatch(todo -> todo.contains("slack:CreateMessage"))
                .anyMatch(todo -> todo.contains("Company SMTP"));
        assertThat(understood.blueprint().link(2, 6).orElseThrow().error()).isTrue();
        assertThat(understood.blueprint().link(2, 3).orElseThrow().filter()).isPresent();
    }

    @Test
    void wrappersAreOpenedAndTheirScheduleIsKept() {
        assertThat(read("api-wrapper").blueprint().settings().schedule())
                .contains(Drawing.fields("{\"kind\": \"interval\", \"minutes\": 15}"));
        assertThat(read("text-wrapper").blueprint().settings().schedule())
                .contains(Drawing.fields("{\"kind\": \"weekly\", \"time\": \"08:30\", \"days\": [1, 5]}"));
        assertThat(texts(TestRun.of(read("text-wrapper").blueprint(), "{}")))
                .containsExactly("from the API", "from the API!");
    }

    @Test
    void aFragmentOfTheClipboardComesWithItsLooseParts() {
        Takeover understood = read("fragment");

        assertThat(understood.name()).isEqualTo("Imported scenario");
        assertThat(understood.blueprint().links()).containsExactly(Link.between(12, 13));
        assertThat(understood.report().todo())
                .singleElement()
                .satisfies(todo -> assertThat(todo).contains("13").contains("4"));
    }

    @Test
    void ifElseTakesTheFirstBranchThatHoldsAndMergesWhatItGives() {
        Takeover understood = read("if-else-merge");

        assertThat(replies(understood, "{\"size\": 500}")).containsExactly("large 500");
        assertThat(replies(understood, "{\"size\": 50}")).containsExactly("middle 50");
        assertThat(replies(understood, "{\"size\": -1}")).containsExactly("refused");
        assertThat(replies(understood, "{\"size\": 5}")).containsExactly("small 5");
        assertThat(grades(understood)).contains("2 builtin:BasicIfElse EXACT", "6 builtin:BasicMerge EXACT");
    }

    @Test
    void numbersThatCannotStayAreGivenAnewAndMappingsFollow() {
        Takeover understood = read("hostile-numbers");

        assertThat(understood.blueprint().modules())
                .extracting(Node::no)
                .doesNotHaveDuplicates()
                .hasSize(5);
        Node moved = understood.blueprint().modules().get(3);
        Node reader = understood.blueprint().module(7).orElseThrow();
        assertThat(reader.values().get("text")).isEqualTo(Text.of("{{" + moved.no() + ".value}}d"));
        assertThat(understood.report().modules().stream()
                        .filter(line -> line.grade() == ImportReport.Grade.APPROXIMATE))
                .hasSize(2);
        assertThat(TestCatalogue.checks().check(understood.blueprint())).noneMatch(Problem::isError);
    }

    @Test
    void whatOnlyAChatbotKnowsIsFlagged() {
        Takeover understood = read("made-up");

        assertThat(grades(understood)).contains("2 builtin:Sleep UNSUPPORTED", "3 util:ComposeTransformer APPROXIMATE");
        assertThat(understood.report().modules().getLast().notes())
                .anyMatch(note -> note.contains("toJSON"))
                .anyMatch(note -> note.contains("number:bigger"));
        assertThat(understood.report().todo()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        byte[] plain = bytes("variables");
        byte[] marked = new byte[plain.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        System.arraycopy(plain, 0, marked, 3, plain.length);

        assertThat(Takeover.of(marked).report().repairs()).isEmpty();
    }

    @Test
    void brokenJsonIsMendedAndToldWithItsPlace() {
        assertThat(read("broken").report().repairs()).singleElement().satisfies(repair -> {
            assertThat(repair.line()).isEqualTo(4);
            assertThat(repair.what()).contains("comma");
        });
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "null",
                "7",
                "\"text\"",
                "[]",
                "{}",
                "{\"flow\": {}}",
                "{\"subflows\": [1, {}]}",
                "{\"blueprint\": \"{\\\"blueprint\\\": \\\"{}\\\"}\"}",
                "{\"response\": {\"blueprint\": 7}}",
                "[".repeat(1_000_000),
                "{\"flow\":[".repeat(100_000),
                "{\"flow\": [" + "{\"id\": 1, \"module\": \"util:ComposeTransformer\"},".repeat(2_000)
                        + "{\"id\": 1, \"module\": \"a:b\"}]}");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsNoBlueprintIsRefusedAtOnce(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Takeover.refused(bytes).orElseThrow().said().toString()).doesNotContain("exchange.");
        assertThat(Takeover.milliseconds(() -> Takeover.refused(bytes))).isLessThan(1_000);
    }

    static Stream<String> odd() {
        return Stream.of(
                "{\"flow\": []}",
                "{\"flow\": [1, null, {}, {\"module\": 5}, {\"module\": \"\"}, {\"module\": \":\"}]}",
                "{\"flow\": [{\"id\": {}, \"module\": \"builtin:BasicRouter\", \"routes\": [null, {\"flow\": 7}, {\"flow\": [[]]}]}]}",
                "{\"flow\": [{\"id\": 1, \"module\": \"builtin:BasicIfElse\", \"branches\": [{\"type\": 1}, {\"type\": \"else\", \"flow\": []}]}, {\"id\": 2, \"module\": \"builtin:BasicMerge\", \"outputs\": [{}]}]}",
                "{\"flow\": [{\"id\": 1, \"module\": \"builtin:BasicMerge\", \"outputs\": [{\"name\": \"a\"}]}]}",
                "{\"flow\": [{\"id\": 1, \"module\": \"builtin:BasicAggregator\", \"version\": 1, \"parameters\": {\"feeder\": 1}}]}",
                "{\"flow\": [{\"id\": 1, \"module\": \"http:ActionSendData\", \"mapper\": [], \"parameters\": \"x\", \"flags\": 1, \"metadata\": [], \"filter\": {\"conditions\": [[1, {\"o\": 5}], 3]}}]}",
                "{\"name\": 5, \"flow\": [{\"id\": -3, \"module\": \"" + "x".repeat(5_000)
                        + ":y\", \"__proto__\": {\"a\": 1}}], \"metadata\": {\"notes\": [1, {\"moduleIds\": \"x\"}], \"designer\": {\"orphans\": [7, [8]]}, \"scenario\": []}}",
                "{\"flow\": [{\"id\": 1, \"module\": \"gateway:WebhookRespond\", \"mapper\": {\"body\": \"{{{{1.a\"}, \"onerror\": [{}, 7, {\"module\": \"x:y\"}]}]}",
                "{\"flow\": [{\"id\": 1, \"module\": \"util:SetVariables\", \"mapper\": {\"variables\": {\"a\": 1}}, \"metadata\": {\"designer\": {\"x\": 1e300, \"y\": -1e300, \"name\": \""
                        + "n".repeat(1_000) + "\"}}}]}");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void oddThingsInsideAreReportedAndDoNotStopTheRest(String text) {
        Takeover understood = Takeover.of(text);

        assertThat(Stored.blueprint(Stored.bytes(understood.blueprint()))).isEqualTo(understood.blueprint());
        if (understood.report().todo().isEmpty()) {
            assertThat(TestCatalogue.checks().check(understood.blueprint())).noneMatch(Problem::isError);
        }
    }

    @Test
    void twoThousandModulesComeInWithinASecondOrTwo() {
        StringBuilder json = new StringBuilder("{\"flow\": [");
        for (int no = 1; no <= 2_000; no++) {
            json.append(no == 1 ? "" : ",")
                    .append("{\"id\": ")
                    .append(no)
                    .append(", \"module\": \"util:ComposeTransformer\", \"mapper\": {\"value\": \"{{")
                    .append(Math.max(1, no - 1))
                    .append(".value}}\"}}");
        }
        byte[] bytes = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);

        assertThat(Takeover.of(bytes).blueprint().modules()).hasSize(2_000);
        assertThat(Takeover.milliseconds(() -> Takeover.refused(bytes))).isLessThan(1_000);
    }

    @Test
    void whateverIsTornOutOfAFileNothingEscapes() {
        Random random = new Random(7);
        for (String name : List.of("order-reply", "if-else-merge", "unknown-apps", "filters")) {
            String text = new String(bytes(name), StandardCharsets.UTF_8);
            for (int i = 0; i < 60; i++) {
                int from = random.nextInt(text.length());
                int to = Math.min(text.length(), from + random.nextInt(40));
                String torn = text.substring(0, from) + (i % 3 == 0 ? "7" : "") + text.substring(to);
                Takeover.refused(torn.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void anImportIsStoredWholeOrNotAtAll() {
        ScenarioWorld world = ScenarioWorld.h2();
        Imports imports = world.get(Imports.class);
        int before = world.scenarios().list(ScenarioQuery.ALL).items().size();

        imports.take("[[[".getBytes(StandardCharsets.UTF_8), Locale.ENGLISH, ADA);
        assertThat(world.scenarios().list(ScenarioQuery.ALL).items()).hasSize(before);

        Imports.Imported imported = (Imports.Imported) imports.take(bytes("order-reply"), Locale.ENGLISH, ADA);
        assertThat(imported.report().todo()).isEmpty();
        assertThat(world.scenarios().publish(imported.scenario(), true, Optional.empty(), ADA))
                .isInstanceOf(Scenarios.Published.class);
    }

    @Test
    void whatAnUnknownAppReturnedCanStillBeMapped() {
        Node sheet = read("unknown-apps").blueprint().module(1).orElseThrow();

        assertThat(TestCatalogue.MODULES.outputs(sheet.module(), sheet.values()))
                .extracting(dev.tutti.connector.Output::key)
                .contains("0");
    }

    @Test
    void whatDoesNotTravelInFilesIsListedWithTheNameItHad() {
        assertThat(read("unknown-apps").report().connect())
                .contains(new ImportReport.Need(
                        "connection", "My Google connection (ada@example.com)", List.of(1), false))
                .anyMatch(need -> need.label().equals("Company SMTP"));
        assertThat(read("order-reply").report().connect())
                .containsExactly(new ImportReport.Need("webhook", "Orders", List.of(1), true));
    }

    @Test
    void whatToUseInsteadIsSaid() {
        assertThat(read("unknown-apps").report().modules().getFirst().notes())
                .anyMatch(note -> note.contains("HTTP") && note.contains("google-sheets"));
        assertThat(read("made-up").report().modules().get(1).notes()).anyMatch(note -> note.contains("“Sleep”"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "{{toJSON(1.a)}} ~ toString",
                "{{escapeJSON(1.a)}} ~ escapeJSON",
                "{{stringify(1.a)}} ~ toString",
                "{{fromToken(1.a)}} ~ fromToken",
                "{{filter(1.a; 2)}} ~ map",
                "{{or(1.a; 1.b)}} ~ |",
                "{{subtract(1.a; 2)}} ~ sub",
                "{{multiply(1.a; 2)}} ~ prod",
                "{{urlEncode(1.a)}} ~ encodeURL",
                "{{dateDiff(1.a; 1.b)}} ~ dateDifference",
                "{{stripHtml(1.a)}} ~ stripHTML",
                "{{if(1.a = 'x'; 1; 2)}} ~ '",
                "{{1.a ~ if",
                "{{var.organization.zone}} ~ var.organization.zone"
            })
    void whatHasNoMeaningIsToldWithWhatToUseInstead(String text, String said) {
        Takeover taken = Takeover.of(Fields.of("flow", Items.of(composing(1, "x"), composing(2, text))));

        ImportReport.Line line = taken.report().modules().getLast();
        assertThat(line.grade()).isEqualTo(ImportReport.Grade.APPROXIMATE);
        if (!said.equals("if")) {
            assertThat(line.notes()).anyMatch(note -> note.contains(said));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{", "{{1.a}}", "{{if(", "}}", "{{`", "{{\"", "<", "{{var.team.x}}"})
    void hugeTextsAreReadAtOnce(String part) {
        String text = part.repeat(2_000_000 / part.length());
        byte[] bytes = dev.tutti.value.Json.bytes(Fields.of(
                "flow",
                Items.of(composing(1, text)),
                "metadata",
                Fields.of("notes", Items.of(Fields.of("content", Text.of(text))))));

        assertThat(Takeover.milliseconds(() -> Takeover.refused(bytes))).isLessThan(1_000);
    }

    @Test
    void bareWordsAreText() {
        Takeover taken = Takeover.of(
                Fields.of("flow", Items.of(composing(1, "x"), composing(2, "{{join(split(John, George; ,); -)}}"))));

        assertThat(taken.report().modules().getLast().grade()).isEqualTo(ImportReport.Grade.APPROXIMATE);
        assertThat(texts(TestRun.of(taken.blueprint(), "{}"))).containsExactly("x", "John- George");
    }

    private static Fields composing(int no, String text) {
        return Fields.of(
                "id", Num.of(no),
                "module", Text.of("util:ComposeTransformer"),
                "mapper", Fields.of("value", Text.of(text)));
    }

    private static Takeover read(String name) {
        return Takeover.file("make/" + name);
    }

    private static byte[] bytes(String name) {
        return Takeover.bytes("make/" + name);
    }

    private static List<String> grades(Takeover understood) {
        return understood.report().modules().stream()
                .map(line -> line.id() + " " + line.module() + " " + line.grade())
                .toList();
    }

    private static List<String> replies(Takeover understood, String bundle) {
        return TestRun.of(understood.blueprint(), bundle).replies.stream()
                .map(reply -> ((Text) reply.body()).text())
                .toList();
    }

    private static List<String> texts(TestRun run) {
        assertThat(run.calls.getLast()).isEqualTo("SUCCESS");
        return run.calls.stream()
                .filter(call -> call.startsWith("text "))
                .map(call -> call.substring("text {\"text\":\"".length(), call.length() - 2))
                .toList();
    }
}
