package dev.tutti.scenario;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.OptionalInt;

/** Writes settings as JSON, as {@link PartsJson} writes the rest. */
final class SettingsJson {

    private SettingsJson() {}

    static Fields write(Settings settings) {
        FailureRules failures = settings.failures();
        Pace pace = settings.pace();
        Fields.Builder json = Fields.builder()
                .put("timeZone", Text.of(settings.timeZone().getId()))
                .put("locale", Text.of(settings.locale().toLanguageTag()))
                .put("sequential", Bool.of(settings.sequential()))
                .put("confidential", Bool.of(settings.confidential()))
                .put("replySeconds", Num.of(settings.replySeconds()));
        settings.schedule().ifPresent(schedule -> json.put("schedule", schedule));
        settings.make().ifPresent(make -> json.put("make", make));
        number(json, "handler", failures.handler());
        json.put("incompletes", Bool.of(failures.incompletes()))
                .put("dataLoss", Bool.of(failures.dataLoss()))
                .put("autoCommit", Bool.of(failures.autoCommit()))
                .put("commitTriggerLast", Bool.of(failures.commitTriggerLast()))
                .put("cycles", Num.of(pace.cycles()))
                .put("maxErrors", Num.of(failures.maxErrors()));
        number(json, "maxRunsAtOnce", pace.maxRunsAtOnce());
        number(json, "maxPerMinute", pace.maxPerMinute());
        number(json, "retentionDays", pace.retentionDays());
        return json.put("inputs", PartsJson.list(settings.inputs(), SettingsJson::parameter))
                .put("outputs", PartsJson.list(settings.outputs(), SettingsJson::parameter))
                .build();
    }

    private static void number(Fields.Builder json, String key, OptionalInt number) {
        number.ifPresent(given -> json.put(key, Num.of(given)));
    }

    private static Fields parameter(Parameter parameter) {
        Fields.Builder json = Fields.builder().put("name", Text.of(parameter.name()));
        parameter.label().ifPresent(label -> json.put("label", Text.of(label)));
        json.put("type", Text.of(parameter.type().json())).put("required", Bool.of(parameter.required()));
        parameter.otherwise().ifPresent(value -> json.put("default", value));
        parameter.help().ifPresent(help -> json.put("help", Text.of(help)));
        if (!parameter.options().isEmpty()) {
            json.put("options", PartsJson.list(parameter.options(), Text::of));
        }
        return json.put("multiline", Bool.of(parameter.multiline())).build();
    }
}
