package dev.tutti.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Moments and lengths of time, written the way the reader's language does and in the reader's time zone. */
final class Times {

    private Times() {}

    /** A moment in few words, with the whole of it as a tip: "Today, 09:40", "23 Nov, 09:00". */
    static Span moment(Instant at) {
        return span(at, false);
    }

    /** The same to the second. */
    static Span precise(Instant at) {
        return span(at, true);
    }

    /** "Nov 21, 2026, 9:40:12 AM". */
    static String full(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale())
                .withZone(zone())
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
        return time.toMinutes() + "\u00a0min\u00a0" + time.toSecondsPart() + "\u00a0s";
    }

    private static Span span(Instant at, boolean seconds) {
        Span text = new Span(brief(at, seconds));
        text.addClassName("moment");
        text.setTitle(full(at));
        return text;
    }

    private static String brief(Instant at, boolean seconds) {
        ZonedDateTime moment = at.atZone(zone());
        String time =
                DateTimeFormatter.ofPattern(seconds ? "HH:mm:ss" : "HH:mm").format(moment);
        LocalDate today = LocalDate.now(zone());
        long days = today.until(moment.toLocalDate(), java.time.temporal.ChronoUnit.DAYS);
        if (days == 0) {
            return UI.getCurrent().getTranslation("ui.time.today", time);
        }
        if (days == 1 || days == -1) {
            return UI.getCurrent().getTranslation(days == 1 ? "ui.time.tomorrow" : "ui.time.yesterday", time);
        }
        String pattern = moment.getYear() == today.getYear() ? "ui.time.day" : "ui.time.day-year";
        return DateTimeFormatter.ofPattern(UI.getCurrent().getTranslation(pattern), locale())
                        .format(moment)
                + ", "
                + time;
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    /** The browser's; before it has said so, this machine's. */
    static ZoneId zone() {
        String id = UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return id == null || id.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
