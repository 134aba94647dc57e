package dev.tutti.expression;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a date in a format of moment.js, as leniently: each token takes the next thing in the text that fits it, what
 * stands between does not matter, and a missing time is midnight. Unlike there, a year, month or day that the format
 * asks for must be there.
 */
final class DateReading {
    private final String text;
    private final Locale locale;
    private final Map<Character, Long> found = new HashMap<>();
    private int at;

    private DateReading(String text, Locale locale) {
        this.text = text;
        this.locale = locale;
    }

    static Optional<Instant> read(String text, String format, ZoneId zone, Locale locale, Instant now) {
        DateReading reading = new DateReading(text, locale);
        for (DateTokens.Part part : DateTokens.of(format)) {
            if (!part.isToken()) {
                reading.pass(part.text());
            } else if (!reading.take(part.text())
                    && "YMDXxQG".indexOf(part.text().charAt(0)) >= 0) {
                return Optional.empty();
            }
        }
        try {
            return reading.found.isEmpty() ? Optional.empty() : Optional.of(reading.instant(zone, now));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private void pass(String literal) {
        int found = text.indexOf(literal, at);
        if (found >= 0) {
            at = found + literal.length();
        }
    }

    private boolean take(String token) {
        return switch (token) {
            case "YYYY", "Y", "GGGG" -> digits(token.charAt(0), 4) && fullYear(token.charAt(0));
            case "YY", "GG" -> digits(token.charAt(0), 2) && fullYear(token.charAt(0));
            case "Q" -> digits('Q', 1);
            case "M", "MM" -> digits('M', 2);
            case "MMM", "MMMM" -> monthName();
            case "D", "DD", "Do" -> digits('D', 2);
            case "DDD", "DDDD" -> digits('j', 3);
            case "d", "dd", "ddd", "dddd" -> dayName();
            case "E" -> digits('E', 1);
            case "W", "WW" -> digits('W', 2);
            case "H", "HH" -> digits('H', 2);
            case "h", "hh" -> digits('h', 2);
            case "k", "kk" -> digits('k', 2);
            case "m", "mm" -> digits('m', 2);
            case "s", "ss" -> digits('s', 2);
            case "A", "a" -> half();
            case "Z", "ZZ" -> offset();
            case "X" -> timestamp(1_000);
            case "x" -> timestamp(1);
            default -> token.startsWith("S") && fraction();
        };
    }

    private Instant instant(ZoneId zone, Instant now) {
        Long timestamp = found.get('x');
        if (timestamp != null) {
            return Instant.ofEpochMilli(timestamp);
        }
        Long offset = found.get('Z');
        ZoneId stated = offset == null ? zone : ZoneOffset.ofTotalSeconds(offset.intValue());
        LocalDate date = date(now.atZone(stated).toLocalDate());
        LocalTime time = LocalTime.of(hour(), (int) get('m', 0), (int) get('s', 0), (int) get('S', 0) * 1_000_000);
        boolean nextDay = get('H', 0) == 24;
        return LocalDateTime.of(nextDay ? date.plusDays(1) : date, time)
                .atZone(stated)
                .toInstant();
    }

    /** What is larger than the largest part given is that of today; what is smaller begins. */
    private LocalDate date(LocalDate today) {
        if (found.containsKey('G') || found.containsKey('W') || found.containsKey('E')) {
            long week = get('W', found.containsKey('G') ? 1 : today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            LocalDate inYear = LocalDate.of((int) get('G', today.get(IsoFields.WEEK_BASED_YEAR)), Month.JULY, 1);
            LocalDate inWeek = inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week);
            return inWeek.with(DayOfWeek.of((int) get('E', 1)));
        }
        boolean year = found.containsKey('Y');
        int y = (int) get('Y', today.getYear());
        if (found.containsKey('j')) {
            return LocalDate.ofYearDay(y, (int) get('j', 1));
        }
        boolean month = found.containsKey('M') || found.containsKey('Q');
        long m = found.containsKey('Q') ? get('Q', 1) * 3 - 2 : get('M', year ? 1 : today.getMonthValue());
        return LocalDate.of(y, (int) m, (int) get('D', year || month ? 1 : today.getDayOfMonth()));
    }

    private int hour() {
        boolean ofTwelve = found.containsKey('h');
        boolean ofTwentyFour = found.containsKey('k');
        long hour = ofTwelve ? get('h', 12) : ofTwentyFour ? get('k', 0) % 24 : get('H', 0);
        if (found.containsKey('a') && hour <= 12 && !ofTwentyFour) {
            return (int) (hour % 12 + get('a', 0));
        }
        return hour == 24 && !ofTwelve && get('m', 0) == 0 ? 0 : (int) hour;
    }

    private long get(char unit, long otherwise) {
        return found.getOrDefault(unit, otherwise);
    }

    private boolean digits(char unit, int most) {
        int from = nextDigit();
        if (from < 0) {
            return false;
        }
        int end = endOfDigits(from, most);
        found.put(unit, Long.parseLong(text.substring(from, end)));
        if (unit == 'Y' || unit == 'G') {
            found.put('#', (long) end - from);
        }
        at = end;
        return true;
    }

    /** Two digits up to 68 are of this century. */
    private boolean fullYear(char unit) {
        long year = get(unit, 0);
        boolean twoDigits = get('#', 4) <= 2;
        found.remove('#');
        if (twoDigits) {
            found.put(unit, year + (year > 68 ? 1900 : 2000));
        }
        return true;
    }

    private boolean fraction() {
        int from = nextDigit();
        if (from < 0) {
            return false;
        }
        int end = endOfDigits(from, 9);
        String millis = (text.substring(from, end) + "00").substring(0, 3);
        found.put('S', Long.parseLong(millis));
        at = end;
        return true;
    }

    private boolean timestamp(int unit) {
        int from = nextDigit();
        if (from < 0) {
            return false;
        }
        int end = endOfDigits(from, 15);
        long whole = Long.parseLong(text.substring(from, end)) * unit;
        boolean negative = from > 0 && text.charAt(from - 1) == '-';
        found.put('x', negative ? -whole : whole);
        at = end;
        return true;
    }

    private boolean monthName() {
        for (boolean full : new boolean[] {true, false}) {
            for (Month month : Month.values()) {
                if (name(DateNames.month(month, full, locale)) || name(DateNames.month(month, full, Locale.ENGLISH))) {
                    found.put('M', (long) month.getValue());
                    return true;
                }
            }
        }
        return false;
    }

    private boolean dayName() {
        for (int letters = 4; letters >= 2; letters--) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (name(DateNames.day(day, letters, locale)) || name(DateNames.day(day, letters, Locale.ENGLISH))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean name(String name) {
        for (int from = at; from + name.length() <= text.length(); from++) {
            if (text.regionMatches(true, from, name, 0, name.length())) {
                at = from + name.length();
                return true;
            }
        }
        return false;
    }

    private boolean half() {
        for (int from = at; from < text.length(); from++) {
            char c = Character.toLowerCase(text.charAt(from));
            if (c == 'a' || c == 'p') {
                found.put('a', c == 'p' ? 12L : 0L);
                at = Math.min(text.length(), from + 2);
                return true;
            }
        }
        return false;
    }

    private boolean offset() {
        for (int from = at; from < text.length(); from++) {
            char c = text.charAt(from);
            if (c == 'Z' || c == 'z') {
                found.put('Z', 0L);
                at = from + 1;
                return true;
            }
            if (c == '+' || c == '-') {
                String digits = text.substring(from + 1).replace(":", "");
                if (digits.length() < 4 || !digits.substring(0, 4).chars().allMatch(d -> d >= '0' && d <= '9')) {
                    return false;
                }
                long seconds =
                        Long.parseLong(digits.substring(0, 2)) * 3_600 + Long.parseLong(digits.substring(2, 4)) * 60;
                found.put('Z', c == '+' ? seconds : -seconds);
                at = text.length();
                return true;
            }
        }
        return false;
    }

    private int nextDigit() {
        for (int from = at; from < text.length(); from++) {
            if (isDigit(text.charAt(from))) {
                return from;
            }
        }
        return -1;
    }

    private int endOfDigits(int from, int most) {
        int end = from;
        while (end < text.length() && end - from < most && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
