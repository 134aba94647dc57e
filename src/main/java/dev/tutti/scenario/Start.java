package dev.tutti.scenario;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Optional;

/** What makes a blueprint run: its first module, else the schedule of its settings. */
final class Start {

    static final String WEBHOOK = "webhook:receive";
    static final String CLOCK = "schedule:clock";
    static final String REPLY = "webhook:reply";

    /** How often a trigger is asked for what is new while nobody has said how often. */
    private static final Fields QUARTER = Fields.of("kind", Text.of("interval"), "minutes", Num.of(15));

    private Start() {}

    static StartsBy of(Flow flow, Catalogue catalogue) {
        return flow.start()
                .map(start -> of(start, flow.blueprint(), catalogue.polls(start)))
                .orElse(new StartsBy.OnDemand());
    }

    private static StartsBy of(Node start, Blueprint blueprint, boolean polls) {
        return switch (start.module()) {
            case WEBHOOK ->
                new StartsBy.Webhook(
                        start.no(),
                        yes(start.values().get("headers")),
                        yes(start.values().get("method")));
            case CLOCK ->
                new StartsBy.Schedule(
                        start.values().get("schedule") instanceof Fields schedule ? schedule : Fields.EMPTY);
            default ->
                blueprint
                        .settings()
                        .schedule()
                        .or(() -> polls ? Optional.of(QUARTER) : Optional.empty())
                        .<StartsBy>map(StartsBy.Schedule::new)
                        .orElse(new StartsBy.OnDemand());
        };
    }

    private static boolean yes(Value value) {
        return value == Bool.TRUE;
    }
}
