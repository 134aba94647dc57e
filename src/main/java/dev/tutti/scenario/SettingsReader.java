package dev.tutti.scenario;

import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Reads settings from JSON, whole or one at a time. */
final class SettingsReader {

    /** As long as a caller may wait for a reply, in seconds. */
    static final int LONGEST_REPLY = 300;

    private static final String[] KEYS = {
        "timeZone", "locale", "sequential", "confidential", "replySeconds", "schedule", "make"
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
                json.find("make").map(Place::fields));
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
        Fields json = PartsJson.settings(settings);
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
