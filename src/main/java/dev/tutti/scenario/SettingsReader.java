package dev.tutti.scenario;

import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads settings from JSON, whole or one at a time. */
final class SettingsReader {

    /** As long as a caller may wait for a reply, in seconds. */
    static final int LONGEST_REPLY = 300;

    /** As many cycles as a run can have. */
    static final int MOST_CYCLES = 10_000;

    private static final int MOST_ERRORS = 10_000;

    private static final String[] KEYS = {
        "timeZone",
        "locale",
        "sequential",
        "confidential",
        "replySeconds",
        "schedule",
        "make",
        "handler",
        "incompletes",
        "dataLoss",
        "autoCommit",
        "commitTriggerLast",
        "cycles",
        "maxErrors",
        "maxRunsAtOnce",
        "maxPerMinute",
        "retentionDays",
        "inputs",
        "outputs"
    };

    private SettingsReader() {}

    static Settings read(Place json) {
        json.record(KEYS);
        return new Settings(
                json.find("timeZone").map(SettingsReader::zone).orElse(Settings.DEFAULT.timeZone()),
                json.find("locale").map(SettingsReader::locale).orElse(Settings.DEFAULT.locale()),
                json.find("sequential").map(Place::yesNo).orElse(false),
                json.find("confidential").map(Place::yesNo).orElse(false),
                json.find("replySeconds")
                        .map(seconds -> seconds.whole(1, LONGEST_REPLY))
                        .orElse(Settings.DEFAULT.replySeconds()),
                json.find("schedule").map(Place::fields),
                json.find("make").map(Place::fields),
                failures(json),
                new Pace(
                        json.find("cycles")
                                .map(cycles -> cycles.whole(1, MOST_CYCLES))
                                .orElse(1),
                        number(json, "maxRunsAtOnce", 1, 10_000),
                        number(json, "maxPerMinute", 1, 1_000_000),
                        number(json, "retentionDays", 1, 36_500)),
                json.find("inputs").map(ParameterReader::list).orElse(List.of()),
                json.find("outputs").map(ParameterReader::list).orElse(List.of()));
    }

    private static FailureRules failures(Place json) {
        FailureRules standard = FailureRules.DEFAULT;
        return new FailureRules(
                number(json, "handler", 1, Node.HIGHEST),
                json.find("incompletes").map(Place::yesNo).orElse(standard.incompletes()),
                json.find("dataLoss").map(Place::yesNo).orElse(standard.dataLoss()),
                json.find("autoCommit").map(Place::yesNo).orElse(standard.autoCommit()),
                json.find("commitTriggerLast").map(Place::yesNo).orElse(standard.commitTriggerLast()),
                json.find("maxErrors")
                        .map(errors -> errors.whole(0, MOST_ERRORS))
                        .orElse(standard.maxErrors()));
    }

    private static OptionalInt number(Place json, String key, int least, int most) {
        return json.find(key)
                .map(given -> OptionalInt.of(given.whole(least, most)))
                .orElse(OptionalInt.empty());
    }

    /** What became of changing one setting. */
    sealed interface Change {}

    record Changed(Settings settings) implements Change {}

    record Unknown() implements Change {}

    record Wrong() implements Change {}

    static Change changed(Settings settings, String key, Optional<Value> value) {
        if (!java.util.Arrays.asList(KEYS).contains(key)) {
            return new Unknown();
        }
        Fields json = SettingsJson.write(settings);
        try {
            return new Changed(
                    read(Place.root(value.map(given -> json.with(key, given)).orElseGet(() -> json.without(key)))));
        } catch (Misshapen misshapen) {
            return new Wrong();
        }
    }

    private static ZoneId zone(Place json) {
        try {
            return ZoneId.of(json.text(64));
        } catch (DateTimeException unknown) {
            throw json.wrong("unknown-zone", json.text(64));
        }
    }

    private static Locale locale(Place json) {
        try {
            return new Locale.Builder().setLanguageTag(json.text(35)).build();
        } catch (IllformedLocaleException unknown) {
            throw json.wrong("unknown-locale", json.text(35));
        }
    }
}
