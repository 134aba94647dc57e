package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueprintJsonTest {

    static final String EVERYTHING = """
            {"modules": [{"no": 1, "module": "webhook:receive"},
                {"no": 2, "module": "http:request", "retry": {"attempts": 3, "seconds": 10, "backoff": true,
                    "errors": ["ConnectionError", "RateLimitError"]}},
                {"no": 3, "module": "error:ignore"}, {"no": 4, "module": "error:break"}, {"no": 5, "module": "error:commit"}],
             "links": [{"from": 1, "to": 2},
                {"from": 2, "to": 3, "order": 1, "error": true, "errors": ["DataError"],
                    "filter": {"conditions": [[{"a": "{{2.error.message}}", "o": "text:contain", "b": "gone"}]]}}],
             "groups": [{"id": "g1", "name": "Shop", "modules": [1, 2], "handler": 4, "tint": "rose"},
                {"id": "g2", "modules": [3]}],
             "settings": {"handler": 5, "incompletes": false, "dataLoss": true, "autoCommit": false,
                "commitTriggerLast": false, "cycles": 7, "maxErrors": 3, "maxRunsAtOnce": 2, "maxPerMinute": 60,
                "retentionDays": 90,
                "inputs": [{"name": "customer", "label": "Customer", "type": "text", "required": true, "help": "Who",
                    "multiline": true}, {"name": "size", "type": "select", "options": ["S", "M"], "default": "M"}],
                "outputs": [{"name": "total", "type": "number"}]}}""";

    @Test
    void theLeastThatIsABlueprintGetsItsDefaults() {
        Blueprint blueprint = read("""
                {"modules": [{"no": 1, "module": "webhook:receive"}, {"no": 2, "module": "webhook:reply"}],
                 "links": [{"from": 1, "to": 2}]}""");

        assertThat(blueprint.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(blueprint.module(2).orElseThrow().at()).isEqualTo(new Position(328, 0));
        assertThat(blueprint.links()).containsExactly(Link.between(1, 2));
    }

    @Test
    void whatIsWrittenIsReadAgainAsTheSame() {
        Blueprint blueprint = read("""
                {"modules": [{"no": 7, "module": "http:request", "version": 2, "name": "ERP « A »", "at": [-20, 40.4],
                    "values": {"url": "{{3.x}}", "n": 1.5, "list": [true, null, {"a": []}], "__proto__": {"x": 1}},
                    "connection": "12", "disabled": true}, {"no": 3, "module": "flow:router"}],
                 "links": [{"from": 3, "to": 7, "order": 4, "name": "Big", "fallback": true, "disabled": true,
                    "filter": {"name": "f", "conditions": [[{"a": "{{1.a}}", "o": "exist"}], []]}}],
                 "notes": [{"id": "n1", "at": [0, 0], "size": [10, 20], "text": "x", "tint": "rose", "module": 7}],
                 "settings": {"timeZone": "America/New_York", "locale": "fr-CA", "sequential": true,
                    "confidential": true, "replySeconds": 9, "schedule": {"kind": "daily"}, "make": {"dlq": true}}}""");

        assertThat(read(Json.write(BlueprintJson.write(blueprint)))).isEqualTo(blueprint);
        assertThat(Json.write(blueprint.module(7).orElseThrow().values())).contains("\"__proto__\":{\"x\":1}");
    }

    @Test
    void errorRoutesGroupsInputsAndAllSettingsAreWrittenAsTheyAreRead() {
        Blueprint blueprint = read(EVERYTHING);

        assertThat(read(Json.write(BlueprintJson.write(blueprint)))).isEqualTo(blueprint);
        assertThat(blueprint.module(2).orElseThrow().retry())
                .contains(new RetryRule(3, 10, true, List.of("ConnectionError", "RateLimitError")));
        assertThat(blueprint.link(2, 3).orElseThrow().error()).isTrue();
        assertThat(blueprint.link(2, 3).orElseThrow().errors()).containsExactly("DataError");
        assertThat(blueprint.group("g1"))
                .contains(new Group("g1", Optional.of("Shop"), List.of(1, 2), OptionalInt.of(4), "rose"));
        assertThat(blueprint.group("g2").orElseThrow().tint()).isEqualTo(Group.PLAIN);
        assertThat(blueprint.settings().failures())
                .isEqualTo(new FailureRules(OptionalInt.of(5), false, true, false, false, 3));
        assertThat(blueprint.settings().pace())
                .isEqualTo(new Pace(7, OptionalInt.of(2), OptionalInt.of(60), OptionalInt.of(90)));
        assertThat(blueprint.settings().inputs()).extracting(Parameter::name).containsExactly("customer", "size");
        assertThat(blueprint.settings().outputs()).containsExactly(Parameter.of("total", Parameter.Type.NUMBER, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]||not-a-record",
                "{}|modules|missing",
                "{\"modules\": {}}|modules|not-a-list",
                "{\"modules\": [], \"colour\": 1}|colour|unknown-member",
                "{\"modules\": [7]}|modules[0]|not-a-record",
                "{\"modules\": [{\"module\": \"a:b\"}]}|modules[0].no|missing",
                "{\"modules\": [{\"no\": \"1\", \"module\": \"a:b\"}]}|modules[0].no|not-a-whole-number",
                "{\"modules\": [{\"no\": 1.5, \"module\": \"a:b\"}]}|modules[0].no|not-a-whole-number",
                "{\"modules\": [{\"no\": 0, \"module\": \"a:b\"}]}|modules[0].no|out-of-range",
                "{\"modules\": [{\"no\": 100000, \"module\": \"a:b\"}]}|modules[0].no|out-of-range",
                "{\"modules\": [{\"no\": 1, \"module\": \"ab\"}]}|modules[0].module|not-a-ref",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"at\": [1]}]}|modules[0].at|not-a-pair",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"values\": []}]}|modules[0].values|not-a-record",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"disabled\": 1}]}|modules[0].disabled|not-yes-no",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"nmae\": \"x\"}]}|modules[0].nmae|unknown-member",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\"}, {\"no\": 1, \"module\": \"a:b\"}]}|modules[1]|duplicate-number",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\"}], \"links\": [{\"from\": 1, \"to\": 2}]}|links[0].to|unknown-number",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\"}], \"links\": [{\"from\": 1, \"to\": 1}]}|links[0]|self-link",
                "{\"modules\": [], \"notes\": [{\"id\": \"n\", \"at\": [0, 0], \"tint\": \"red\"}]}|notes[0].tint|not-one-of",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"retry\": {\"attempts\": 1}}]}|modules[0].retry.seconds|missing",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\"}, {\"no\": 2, \"module\": \"a:b\"}], \"links\": [{\"from\": 1, \"to\": 2, \"error\": true, \"errors\": [\"OddError\"]}]}|links[0].errors[0]|not-one-of",
                "{\"modules\": [], \"groups\": [{\"id\": \"g\", \"modules\": []}]}|groups[0].modules|empty-group",
                "{\"modules\": [], \"groups\": [{\"id\": \"g\", \"modules\": [1]}]}|groups[0].modules[0]|unknown-number",
                "{\"modules\": [{\"no\": 1, \"module\": \"a:b\"}], \"groups\": [{\"id\": \"g\", \"modules\": [1]}, {\"id\": \"g\", \"modules\": [1]}]}|groups[1]|duplicate-group",
                "{\"modules\": [], \"settings\": {\"handler\": 3}}|settings.handler|unknown-number",
                "{\"modules\": [], \"settings\": {\"inputs\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}}|settings.inputs[1]|duplicate-parameter",
                "{\"modules\": [], \"settings\": {\"inputs\": [{\"name\": \"1\"}]}}|settings.inputs[0].name|not-a-name",
                "{\"modules\": [], \"settings\": {\"inputs\": [{\"name\": \"a\", \"type\": \"colour\"}]}}|settings.inputs[0].type|not-one-of",
                "{\"modules\": [], \"settings\": {\"timeZone\": \"Mars\"}}|settings.timeZone|unknown-zone",
                "{\"modules\": [], \"settings\": {\"locale\": \"€\"}}|settings.locale|unknown-locale",
                "{\"modules\": [], \"settings\": {\"replySeconds\": 0}}|settings.replySeconds|out-of-range",
            })
    void saysWhereAndWhatIsWrong(String json, String path, String code) {
        BlueprintJson.Misread misread = (BlueprintJson.Misread) BlueprintJson.read(value(json));

        assertThat(misread.path()).isEqualTo(path == null ? "" : path);
        assertThat(misread.code()).isEqualTo(code);
        assertThat(new dev.tutti.value.Message("scenario.shape." + code, misread.arguments())
                        .in(java.util.Locale.FRENCH))
                .doesNotContain("scenario.shape")
                .doesNotContain("{0}");
    }

    @Test
    void twoThousandModulesAreTheMost() {
        assertThat(BlueprintJson.read(many(2_000))).isInstanceOf(BlueprintJson.Read.class);
        assertThat(BlueprintJson.read(many(2_001)))
                .isInstanceOfSatisfying(
                        BlueprintJson.Misread.class,
                        misread -> assertThat(misread.code()).isEqualTo("too-many"));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        String deep = "[".repeat(120) + "]".repeat(120);

        assertThat(BlueprintJson.read(
                        value("{\"modules\": [{\"no\": 1, \"module\": \"a:b\", \"values\": {\"x\": " + deep + "}}]}")))
                .isInstanceOfSatisfying(
                        BlueprintJson.Misread.class,
                        misread -> assertThat(misread.code()).isEqualTo("too-deep"));
    }

    private static Value many(int modules) {
        StringBuilder json = new StringBuilder("{\"modules\":[");
        IntStream.rangeClosed(1, modules)
                .forEach(no -> json.append(no == 1 ? "" : ",")
                        .append("{\"no\":")
                        .append(no)
                        .append(",\"module\":\"a:b\"}"));
        return value(json.append("]}").toString());
    }

    static Blueprint read(String json) {
        return switch (BlueprintJson.read(value(json))) {
            case BlueprintJson.Read(Blueprint blueprint) -> blueprint;
            case BlueprintJson.Misread misread -> throw new AssertionError(misread);
        };
    }

    private static Value value(String json) {
        return Json.parse(json).value().orElse(Fields.EMPTY);
    }
}
