package dev.tutti.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people and programs write them: {@code 2016-06-20T17:26:44.356Z}, {@code 2016-06-20 19:26+0200},
 * {@code 2016/06/20 5:26 PM}, {@code 06/20/2016} (month first with slashes), {@code 20.6.2016} (day first with points).
 * Day, month and year are required; the time is midnight and the zone is that of the scenario where they are missing.
 */
public final class DateText {
    private final String text;
    private int at;

    private DateText(String text) {
        this.text = text;
    }

    public static Optional<Instant> parse(String text, ZoneId zone) {
        if (text.length() < 6 || text.length() > 100) {
            return Optional.empty();
        }
        try {
            return new DateText(text.strip()).instant(zone);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** {@code h:m} or {@code h:m:s}, perhaps with AM or PM. */
    public static Optional<LocalTime> parseTime(String text) {
        if (text.length() > 30) {
            return Optional.empty();
        }
        DateText reading = new DateText(text.strip());
        try {
            return reading.time().filter(time -> reading.atEnd());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    static String write(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    }

    private Optional<Instant> instant(ZoneId zone) {
        Optional<LocalDate> date = date();
        if (date.isEmpty()) {
            return Optional.empty();
        }
        if (atEnd()) {
            return Optional.of(date.get().atStartOfDay(zone).toInstant());
        }
        boolean separated = skip('T') || skip('t') || skipSpaces();
        Optional<LocalTime> time = separated ? time() : Optional.empty();
        if (time.isEmpty()) {
            return Optional.empty();
        }
        skipSpaces();
        ZoneId stated = atEnd() ? zone : offset();
        return stated != null && atEnd()
                ? Optional.of(date.get().atTime(time.get()).atZone(stated).toInstant())
                : Optional.empty();
    }

    private Optional<LocalDate> date() {
        int first = number(4);
        int digits = at;
        char separator = at < text.length() ? text.charAt(at++) : ' ';
        int second = number(2);
        if (first < 0 || second < 0 || !skip(separator)) {
            return Optional.empty();
        }
        int from = at;
        int third = number(4);
        boolean yearLast = at - from == 4;
        if (third < 0) {
            return Optional.empty();
        }
        boolean yearFirst = digits == 4 && !yearLast && at - from <= 2;
        if (yearFirst && (separator == '-' || separator == '/')) {
            return Optional.of(LocalDate.of(first, second, third));
        }
        if (!yearLast || digits > 2) {
            return Optional.empty();
        }
        return switch (separator) {
            case '/' -> Optional.of(LocalDate.of(third, first, second));
            case '.' -> Optional.of(LocalDate.of(third, second, first));
            default -> Optional.empty();
        };
    }

    private Optional<LocalTime> time() {
        int hour = number(2);
        if (hour < 0 || !skip(':')) {
            return Optional.empty();
        }
        int minute = number(2);
        int second = skip(':') ? number(2) : 0;
        int nano = skip('.') || skip(',') ? fraction() : 0;
        if (minute < 0 || second < 0 || nano < 0) {
            return Optional.empty();
        }
        int before = at;
        skipSpaces();
        String half = at + 2 <= text.length() ? text.substring(at, at + 2).toUpperCase(Locale.ROOT) : "";
        if (half.equals("AM") || half.equals("PM")) {
            at += 2;
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.equals("PM") ? 12 : 0);
        } else {
            at = before;
        }
        return Optional.of(LocalTime.of(hour, minute, second, nano));
    }

    private @Nullable ZoneId offset() {
        if (skip('Z') || skip('z')) {
            return ZoneOffset.UTC;
        }
        String rest = text.substring(at);
        if (rest.startsWith("GMT") || rest.startsWith("UTC")) {
            at += 3;
            if (atEnd()) {
                return ZoneOffset.UTC;
            }
        }
        int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
        int hours = number(2);
        skip(':');
        int minutes = atEnd() ? 0 : number(2);
        boolean possible = sign != 0 && hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60;
        return possible ? ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes) : null;
    }

    private int fraction() {
        int from = at;
        int nano = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (at - from < 9) {
                nano = nano * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        if (at == from) {
            return -1;
        }
        for (int i = at - from; i < 9; i++) {
            nano *= 10;
        }
        return nano;
    }

    private int number(int mostDigits) {
        int from = at;
        int number = 0;
        while (at < text.length() && at - from < mostDigits && isDigit(text.charAt(at))) {
            number = number * 10 + text.charAt(at++) - '0';
        }
        return at == from ? -1 : number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean skipSpaces() {
        int from = at;
        while (at < text.length()
                && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0' || text.charAt(at) == '\u202f')) {
            at++;
        }
        return at > from;
    }

    private boolean atEnd() {
        return at >= text.length();
    }
}
