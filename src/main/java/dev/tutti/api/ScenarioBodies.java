package dev.tutti.api;

import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.BlueprintJson;
import dev.tutti.scenario.Edit;
import dev.tutti.scenario.EditJson;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Locale;

/** Reads what is sent about scenarios, and says precisely what is wrong with it. */
final class ScenarioBodies {

    private ScenarioBodies() {}

    /** Any JSON; nothing at all counts as an empty object. */
    static Value json(byte[] body) {
        if (body.length == 0) {
            return Fields.EMPTY;
        }
        return switch (Json.parse(body, BodyLimitFilter.LIMIT)) {
            case Json.Parsed(Value value) -> value;
            case Json.Malformed malformed
            when malformed.line() > 0 ->
                throw new Problem(400, "bad-json", malformed.line(), malformed.column())
                        .with("line", malformed.line())
                        .with("column", malformed.column());
            case Json.Malformed _ -> throw new Problem(400, "json-too-deep");
        };
    }

    static Fields object(byte[] body) {
        if (json(body) instanceof Fields fields) {
            return fields;
        }
        throw new Problem(400, "bad-body");
    }

    static Blueprint blueprint(Value json, String above, Locale locale) {
        return switch (BlueprintJson.read(json)) {
            case BlueprintJson.Read(Blueprint blueprint) -> blueprint;
            case BlueprintJson.Misread misread -> throw wrong("invalid-blueprint", above, misread, locale);
        };
    }

    static List<Edit> edits(Value json, Locale locale) {
        return switch (EditJson.read(json)) {
            case EditJson.Read(List<Edit> edits) -> edits;
            case EditJson.Misread(BlueprintJson.Misread misread) ->
                throw wrong("invalid-edits", "edits", misread, locale);
        };
    }

    private static Problem wrong(String code, String above, BlueprintJson.Misread misread, Locale locale) {
        boolean joined =
                above.isEmpty() || misread.path().isEmpty() || misread.path().startsWith("[");
        String path = above + (joined ? "" : ".") + misread.path();
        String sentence = new Message("scenario.shape." + misread.code(), misread.arguments()).in(locale);
        return new Problem(422, code, path.isEmpty() ? "/" : path, sentence)
                .with("field", path)
                .with("reason", misread.code());
    }
}
