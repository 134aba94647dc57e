package dev.tutti.expression;

import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long between two dates. */
final class DateSpans {
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000);
    private static final long OPENS = 9 * 60;
    private static final long CLOSES = 17 * 60;

    private DateSpans() {}

    /** Whole units; what is over is cut off. */
    static Value difference(Call call) {
        String unit = call.text(2, "milliseconds").strip().toLowerCase(Locale.ROOT);
        ChronoUnit counted = switch (unit.endsWith("s") ? unit : unit + "s") {
            case "milliseconds", "ms" -> ChronoUnit.MILLIS;
            case "seconds" -> ChronoUnit.SECONDS;
            case "minutes" -> ChronoUnit.MINUTES;
            case "hours" -> ChronoUnit.HOURS;
            case "days" -> ChronoUnit.DAYS;
            case "weeks" -> ChronoUnit.WEEKS;
            case "months" -> ChronoUnit.MONTHS;
            case "years" -> ChronoUnit.YEARS;
            default -> throw call.halt("unit", unit);
        };
        return Num.of(counted.between(call.local(1), call.local(0)));
    }

    /** Days from Monday to Friday, with the parts of the first and the last. */
    static Value weekDays(Call call) {
        BigDecimal later = weekDays(call.local(0));
        return new Num(later.subtract(weekDays(call.local(1))));
    }

    /** Minutes from Monday to Friday between 9 and 17 o'clock. */
    static Value workMinutes(Call call) {
        return Num.of(workMinutes(call.local(1)) - workMinutes(call.local(0)));
    }

    /** The date this many days from Monday to Friday later. */
    static ZonedDateTime plusWeekDays(ZonedDateTime date, long days) {
        long weeks = days / 5;
        ZonedDateTime at = date.plusWeeks(weeks);
        for (long left = days % 5; left != 0; ) {
            at = at.plusDays(Long.signum(left));
            if (isWeekday(at.getDayOfWeek())) {
                left -= Long.signum(left);
            }
        }
        return at;
    }

    static boolean isWeekday(DayOfWeek day) {
        return day.getValue() <= 5;
    }

    private static BigDecimal weekDays(ZonedDateTime date) {
        BigDecimal whole = BigDecimal.valueOf(weekDaysBefore(date.toLocalDate()));
        if (!isWeekday(date.getDayOfWeek())) {
            return whole;
        }
        long millis = date.toLocalTime().toNanoOfDay() / 1_000_000;
        return whole.add(BigDecimal.valueOf(millis).divide(DAY, Operators.PRECISION));
    }

    private static long workMinutes(ZonedDateTime date) {
        long whole = weekDaysBefore(date.toLocalDate()) * (CLOSES - OPENS);
        long minute = date.toLocalTime().toSecondOfDay() / 60;
        return isWeekday(date.getDayOfWeek()) ? whole + Math.clamp(minute, OPENS, CLOSES) - OPENS : whole;
    }

    /** Counted from a Monday long ago. */
    private static long weekDaysBefore(LocalDate date) {
        long days = date.toEpochDay() + 3; // 1 January 1970 was a Thursday
        return Math.floorDiv(days, 7L) * 5 + Math.min(5, Math.floorMod(days, 7L));
    }
}
