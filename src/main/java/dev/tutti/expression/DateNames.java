package dev.tutti.expression;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** Names of months and days, and ordinals. English ones are fixed here; others are the JDK's. */
final class DateNames {
    private DateNames() {}

    static String month(Month month, boolean full, Locale locale) {
        if (isEnglish(locale)) {
            String name = titled(month.name());
            return full ? name : name.substring(0, 3);
        }
        return month.getDisplayName(full ? TextStyle.FULL : TextStyle.SHORT, locale);
    }

    /** @param letters 2, 3 or, for the whole name, 4 */
    static String day(DayOfWeek day, int letters, Locale locale) {
        if (isEnglish(locale)) {
            String name = titled(day.name());
            return letters == 4 ? name : name.substring(0, letters);
        }
        String full = day.getDisplayName(TextStyle.FULL, locale);
        return switch (letters) {
            case 2 -> full.substring(0, Math.min(2, full.length()));
            case 3 -> day.getDisplayName(TextStyle.SHORT, locale);
            default -> full;
        };
    }

    /** @param unit the token's letter: French counts only the first day of a month in words of order */
    static String ordinal(int number, char unit, Locale locale) {
        if (isEnglish(locale)) {
            int tens = number % 100;
            String ending = tens >= 11 && tens <= 13
                    ? "th"
                    : switch (number % 10) {
                        case 1 -> "st";
                        case 2 -> "nd";
                        case 3 -> "rd";
                        default -> "th";
                    };
            return number + ending;
        }
        if (locale.getLanguage().equals("fr")) {
            String first = unit == 'w' || unit == 'W' ? "re" : "er";
            return number + (number == 1 ? first : unit == 'D' ? "" : "e");
        }
        return Integer.toString(number);
    }

    /** A month by its English name or the beginning of it, three letters at least. */
    static Optional<Month> month(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        if (wanted.length() >= 3) {
            for (Month month : Month.values()) {
                if (month.name().startsWith(wanted)) {
                    return Optional.of(month);
                }
            }
        }
        return Optional.empty();
    }

    /** A day of the week, likewise. */
    static Optional<DayOfWeek> day(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        if (wanted.length() >= 3) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().startsWith(wanted)) {
                    return Optional.of(day);
                }
            }
        }
        return Optional.empty();
    }

    static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en") || locale.getLanguage().isEmpty();
    }

    private static String titled(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
