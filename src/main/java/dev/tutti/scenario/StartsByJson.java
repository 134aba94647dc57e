package dev.tutti.scenario;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;

/** The JSON form of what starts a scenario, kept with it so that lists need not read its blueprint. */
final class StartsByJson {

    private StartsByJson() {}

    static Fields write(StartsBy startsBy) {
        return switch (startsBy) {
            case StartsBy.Webhook webhook ->
                Fields.builder()
                        .put("kind", Text.of("webhook"))
                        .put("no", Num.of(webhook.no()))
                        .put("headers", Bool.of(webhook.headers()))
                        .put("method", Bool.of(webhook.method()))
                        .build();
            case StartsBy.Schedule schedule -> Fields.of("kind", Text.of("schedule"), "schedule", schedule.schedule());
            case StartsBy.OnDemand() -> Fields.of("kind", Text.of("onDemand"));
        };
    }

    static StartsBy read(Fields json) {
        return switch (json.get("kind") instanceof Text(String kind) ? kind : "") {
            case "webhook" ->
                new StartsBy.Webhook(
                        SpanMap.number(json.get("no")).orElse(0),
                        json.get("headers") == Bool.TRUE,
                        json.get("method") == Bool.TRUE);
            case "schedule" ->
                new StartsBy.Schedule(json.get("schedule") instanceof Fields schedule ? schedule : Fields.EMPTY);
            default -> new StartsBy.OnDemand();
        };
    }
}
