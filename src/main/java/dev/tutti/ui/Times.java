package dev.tutti.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Moments and lengths of time, written the way the reader's language does. */
final class Times {

    private Times() {}

    /** Date and time to the second, in the zone of this machine. */
    static String full(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(at);
    }

    /** "850 ms", "3.6 s", "2 min 5 s". */
    static String length(Duration time, Locale locale) {
        long millis = time.toMillis();
        if (millis < 1000) {
            return millis + "\u00a0ms";
        }
        if (millis < 60_000) {
            return String.format(locale, "%.1f\u00a0s", millis / 1000.0);
        }
        return time.toMinutes() + "\u00a0min " + time.toSecondsPart() + "\u00a0s";
    }
}
