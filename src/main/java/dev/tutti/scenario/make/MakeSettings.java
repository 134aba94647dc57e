package dev.tutti.scenario.make;

import dev.tutti.connector.MakeNode;
import dev.tutti.scenario.Settings;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Settings of a file: all are kept as they are, those that have a meaning here are understood too. */
final class MakeSettings {

    /** What Make calls each setting that is on or off, what we call it, and what it is where a file does not say. */
    record Switch(String there, String here, boolean otherwise) {}

    static final List<Switch> SWITCHES = List.of(
            new Switch("sequential", "sequential", false),
            new Switch("confidential", "confidential", false),
            new Switch("dlq", "incompletes", false),
            new Switch("dataloss", "dataLoss", false),
            new Switch("autoCommit", "autoCommit", true),
            new Switch("autoCommitTriggerLast", "commitTriggerLast", true));

    /** The same for numbers; with the range they can have here. */
    record Count(String there, String here, int otherwise, int least, int most) {}

    static final List<Count> COUNTS =
            List.of(new Count("roundtrips", "cycles", 1, 1, 1_000), new Count("maxErrors", "maxErrors", 3, 0, 1_000));

    private MakeSettings() {}

    /** @param kept what is kept for the way back */
    static Fields of(MakeFile file, Fields kept, Locale locale) {
        Fields there = scenario(file);
        Fields.Builder settings = Fields.builder()
                .put("timeZone", Text.of(Settings.DEFAULT.timeZone().getId()))
                .put("locale", Text.of(locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? "fr" : "en"))
                .put("replySeconds", Num.of(Settings.DEFAULT.replySeconds()));
        if (!there.isEmpty()) {
            SWITCHES.forEach(one -> settings.put(one.here(), Bool.of(Look.yes(there, one.there(), one.otherwise()))));
            COUNTS.forEach(one -> settings.put(one.here(), Num.of(count(there, one))));
        }
        OptionalInt slots = Look.whole(there.get("slots"));
        if (slots.isPresent() && slots.getAsInt() >= 1 && slots.getAsInt() <= 1_000) {
            settings.put("maxRunsAtOnce", Num.of(slots.getAsInt()));
        }
        file.scheduling().ifPresent(scheduling -> {
            MakeSchedule.in(scheduling).ifPresent(schedule -> settings.put("schedule", schedule));
            OptionalInt most = Look.whole(scheduling.get("maximum_runs_per_minute"));
            if (most.isPresent() && most.getAsInt() >= 1 && most.getAsInt() <= 100_000) {
                settings.put("maxPerMinute", Num.of(most.getAsInt()));
            }
        });
        parameters(file, "input", "inputs", settings);
        parameters(file, "output", "outputs", settings);
        if (!kept.isEmpty()) {
            settings.put("make", kept);
        }
        return settings.build();
    }

    static Fields scenario(MakeFile file) {
        return Look.fields(Look.fields(file.blueprint(), "metadata"), "scenario");
    }

    static int count(Fields there, Count one) {
        return Math.clamp(Look.whole(there.get(one.there())).orElse(one.otherwise()), one.least(), one.most());
    }

    /** Inputs and outputs of a scenario: new files have them in {@code interface}, old ones in {@code io}. */
    private static void parameters(MakeFile file, String side, String here, Fields.Builder settings) {
        Items fields = Look.items(Look.fields(file.blueprint(), "interface"), side);
        Items specs = fields.size() > 0 ? fields : Look.items(Look.fields(file.blueprint(), "io"), side + "_spec");
        Items known = MakeParameters.in(specs);
        if (known.size() > 0) {
            settings.put(here, known);
        }
    }

    static String text(Value value) {
        return MakeNode.text(value);
    }
}
