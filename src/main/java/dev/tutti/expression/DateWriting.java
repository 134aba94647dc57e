package dev.tutti.expression;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;

/** Writes a date in a format of moment.js. */
final class DateWriting {
    private DateWriting() {}

    static String write(ZonedDateTime date, String format, Locale locale) {
        List<DateTokens.Part> parts = DateTokens.of(format);
        StringBuilder out = new StringBuilder(format.length() + 16);
        for (DateTokens.Part part : parts) {
            out.append(part.isToken() ? token(part.text(), date, locale) : part.text());
        }
        return out.toString();
    }

    private static String token(String token, ZonedDateTime date, Locale locale) {
        int number = number(token, date, locale);
        return switch (token) {
            case "YYYY", "gggg", "GGGG" -> number > 9999 ? "+" + number : padded(number, 4);
            case "Y" -> number > 9999 ? "+" + number : Integer.toString(number);
            case "MMMM", "MMM" -> DateNames.month(date.getMonth(), token.length() == 4, locale);
            case "dddd", "ddd", "dd" -> DateNames.day(date.getDayOfWeek(), token.length(), locale);
            case "Qo", "Mo", "Do", "DDDo", "do", "wo", "Wo" ->
                DateNames.ordinal(number, token.equals("DDDo") ? 'Y' : token.charAt(0), locale);
            case "YY", "gg", "GG", "MM", "DD", "ww", "WW", "HH", "hh", "kk", "mm", "ss" -> padded(number, 2);
            case "DDDD" -> padded(number, 3);
            case "A" -> date.getHour() < 12 ? "AM" : "PM";
            case "a" -> date.getHour() < 12 ? "am" : "pm";
            case "Z", "ZZ" -> offset(date.getOffset().getTotalSeconds(), token.equals("Z") ? ":" : "");
            case "X" -> Long.toString(date.toEpochSecond());
            case "x" -> Long.toString(date.toInstant().toEpochMilli());
            default -> token.startsWith("S") ? fraction(date, token.length()) : Integer.toString(number);
        };
    }

    private static int number(String token, ZonedDateTime date, Locale locale) {
        WeekFields weeks = weeks(locale);
        return switch (token) {
            case "YYYY", "Y" -> date.getYear();
            case "YY" -> Math.floorMod(date.getYear(), 100);
            case "Q", "Qo" -> date.get(IsoFields.QUARTER_OF_YEAR);
            case "M", "Mo", "MM" -> date.getMonthValue();
            case "D", "Do", "DD" -> date.getDayOfMonth();
            case "DDD", "DDDo", "DDDD" -> date.getDayOfYear();
            case "d", "do" -> date.getDayOfWeek().getValue() % 7;
            case "E" -> date.getDayOfWeek().getValue();
            case "w", "wo", "ww" -> date.get(weeks.weekOfWeekBasedYear());
            case "gggg" -> date.get(weeks.weekBasedYear());
            case "gg" -> Math.floorMod(date.get(weeks.weekBasedYear()), 100);
            case "W", "Wo", "WW" -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "GGGG" -> date.get(IsoFields.WEEK_BASED_YEAR);
            case "GG" -> Math.floorMod(date.get(IsoFields.WEEK_BASED_YEAR), 100);
            case "H", "HH" -> date.getHour();
            case "h", "hh" -> (date.getHour() + 11) % 12 + 1;
            case "k", "kk" -> (date.getHour() + 23) % 24 + 1;
            case "m", "mm" -> date.getMinute();
            case "s", "ss" -> date.getSecond();
            default -> 0;
        };
    }

    /** Weeks begin on Sunday and the first holds 1 January in English; elsewhere they are those of ISO 8601. */
    private static WeekFields weeks(Locale locale) {
        return DateNames.isEnglish(locale) ? WeekFields.of(DayOfWeek.SUNDAY, 1) : WeekFields.ISO;
    }

    private static String fraction(ZonedDateTime date, int digits) {
        String nano = padded(date.get(ChronoField.NANO_OF_SECOND), 9);
        return nano.substring(0, digits);
    }

    private static String offset(int seconds, String between) {
        int minutes = Math.abs(seconds) / 60;
        return (seconds < 0 ? "-" : "+") + padded(minutes / 60, 2) + between + padded(minutes % 60, 2);
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(Math.abs(number));
        return (number < 0 ? "-" : "") + "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
