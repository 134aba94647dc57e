package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Value;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueprintJsonTest {

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
