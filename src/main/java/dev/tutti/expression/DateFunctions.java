package dev.tutti.expression;

import static dev.tutti.expression.FunctionSpec.Type.ANY;
import static dev.tutti.expression.FunctionSpec.Type.DATE;
import static dev.tutti.expression.FunctionSpec.Type.NUMBER;
import static dev.tutti.expression.FunctionSpec.Type.TEXT;

import dev.tutti.expression.FunctionSpec.Group;
import dev.tutti.value.Moment;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.BiFunction;

/** Writing, reading and moving dates. Days, months and years are those of the scenario's zone. */
final class DateFunctions {
    /** Seconds from here on would be past the year 5000; such a number is milliseconds. */
    private static final BigDecimal LARGEST_SECONDS = new BigDecimal("100000000000");

    static final List<Functions.Entry> ALL = List.of(
            define("formatDate")
                    .takes("date", DATE)
                    .takes("format", TEXT)
                    .optional("timezone", TEXT)
                    .example(
                            "formatDate(\"2018-10-01T07:32:00Z\"; \"DD.MM.YYYY HH:mm\"; \"UTC\")",
                            "\"01.10.2018 07:32\"")
                    .does(call -> call.make(DateWriting.write(
                            call.moment(0).instant().atZone(call.zone(2)), call.text(1), call.locale()))),
            define("parseDate")
                    .takes("text", TEXT)
                    .optional("format", TEXT)
                    .optional("timezone", TEXT)
                    .example("parseDate(\"2016-12-28\"; \"YYYY-MM-DD\"; \"UTC\")", "\"2016-12-28T00:00:00.000Z\"")
                    .example(
                            "parseDate(\"2016-12-28 16:03\"; \"YYYY-MM-DD HH:mm\"; \"UTC\")",
                            "\"2016-12-28T16:03:00.000Z\"")
                    .example("parseDate(1482940986; \"X\")", "\"2016-12-28T16:03:06.000Z\"")
                    .does(DateFunctions::parse),
            adds("addSeconds")
                    .example("addSeconds(\"2016-12-08T15:55:57.536Z\"; 2)", "\"2016-12-08T15:55:59.536Z\"")
                    .does(call -> addMillis(call, 1_000L)),
            adds("addMinutes")
                    .example("addMinutes(\"2016-12-08T15:55:57.536Z\"; 2)", "\"2016-12-08T15:57:57.536Z\"")
                    .does(call -> addMillis(call, 60_000L)),
            adds("addHours")
                    .example("addHours(\"2016-12-08T15:55:57.536Z\"; -2)", "\"2016-12-08T13:55:57.536Z\"")
                    .does(call -> addMillis(call, 3_600_000L)),
            adds("addDays")
                    .example("addDays(\"2016-12-08T15:55:57.536Z\"; -2)", "\"2016-12-06T15:55:57.536Z\"")
                    .does(call -> add(call, ZonedDateTime::plusDays)),
            adds("addMonths")
                    .example("addMonths(\"2016-08-08T15:55:57.536Z\"; 2)", "\"2016-10-08T15:55:57.536Z\"")
                    .does(call -> add(call, ZonedDateTime::plusMonths)),
            adds("addYears")
                    .example("addYears(\"2016-08-08T15:55:57.536Z\"; 2)", "\"2018-08-08T15:55:57.536Z\"")
                    .does(call -> add(call, ZonedDateTime::plusYears)),
            sets("setSecond")
                    .example("setSecond(\"2015-10-07T11:36:39.138Z\"; 10)", "\"2015-10-07T11:36:10.138Z\"")
                    .example("setSecond(\"2015-10-07T11:36:39.138Z\"; 61)", "\"2015-10-07T11:37:01.138Z\"")
                    .does(call -> set(call, (date, second) -> date.plusSeconds(second - date.getSecond()))),
            sets("setMinute")
                    .example("setMinute(\"2015-10-07T11:36:39.138Z\"; 10)", "\"2015-10-07T11:10:39.138Z\"")
                    .example("setMinute(\"2015-10-07T11:36:39.138Z\"; 61)", "\"2015-10-07T12:01:39.138Z\"")
                    .does(call -> set(call, (date, minute) -> date.plusMinutes(minute - date.getMinute()))),
            sets("setHour").does(call -> set(call, DateFunctions::atHour)),
            sets("setDay").does(DateFunctions::setDay),
            sets("setDate").does(call -> set(call, (date, day) -> date.plusDays(day - date.getDayOfMonth()))),
            sets("setMonth").does(DateFunctions::setMonth),
            sets("setYear")
                    .example("setYear(\"2015-08-07T11:36:39.138Z\"; 2017)", "\"2017-08-07T11:36:39.138Z\"")
                    .does(call -> set(call, (date, year) -> date.plusYears(year - date.getYear()))),
            define("dateDifference")
                    .takes("later", DATE)
                    .takes("earlier", DATE)
                    .optional("unit", TEXT)
                    .extension()
                    .example("dateDifference(\"2021-05-11T18:10:00Z\"; \"2021-05-11T18:00:00Z\")", "600000")
                    .example("dateDifference(\"2021-06-11T18:10:00Z\"; \"2021-05-11T18:00:00Z\"; \"months\")", "1")
                    .does(DateSpans::difference));

    private DateFunctions() {}

    private static Draft define(String name) {
        return Draft.of(Group.DATES, name);
    }

    private static Draft adds(String name) {
        return define(name).takes("date", DATE).takes("number", NUMBER);
    }

    private static Draft sets(String name) {
        return define(name).takes("date", DATE).takes("value", ANY);
    }

    private static Value parse(Call call) {
        if (call.value(0) instanceof Moment moment) {
            return moment;
        }
        if (!call.isGiven(1) && call.value(0) instanceof Num(BigDecimal number)) {
            boolean seconds = number.abs().compareTo(LARGEST_SECONDS) < 0;
            return moment(call, number.multiply(seconds ? BigDecimal.valueOf(1_000) : BigDecimal.ONE));
        }
        if (!call.isGiven(1)) {
            return call.moment(0);
        }
        Instant read = DateReading.read(
                        call.text(0),
                        call.text(1),
                        call.zone(2),
                        call.locale(),
                        call.scope().now())
                .orElseThrow(() -> call.halt("parseDate", shortened(call.text(0)), shortened(call.text(1))));
        return new Moment(read);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Value moment(Call call, BigDecimal millis) {
        if (millis.abs().compareTo(BigDecimal.valueOf(8_640_000_000_000_000L)) > 0) {
            throw call.halt("date");
        }
        return Moment.ofMillis(millis.longValue());
    }

    /** Parts of a second, minute or hour count too. */
    private static Value addMillis(Call call, long unit) {
        BigDecimal millis = call.number(1).multiply(BigDecimal.valueOf(unit)).setScale(0, RoundingMode.HALF_UP);
        return moment(call, BigDecimal.valueOf(call.moment(0).millis()).add(millis));
    }

    private static Value add(Call call, BiFunction<ZonedDateTime, Long, ZonedDateTime> addition) {
        long count = call.number(1).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Moment(addition.apply(call.local(0), count).toInstant());
    }

    private static Value set(Call call, BiFunction<ZonedDateTime, Long, ZonedDateTime> setting) {
        return new Moment(setting.apply(call.local(0), (long) call.integer(1)).toInstant());
    }

    /** By the clock on the wall, so that it shows this hour on days of 23 or 25 hours too. */
    private static ZonedDateTime atHour(ZonedDateTime date, long hour) {
        LocalDateTime local = date.toLocalDateTime();
        return local.plusHours(hour - local.getHour()).atZone(date.getZone());
    }

    /** The week begins on Sunday, which is 1. */
    private static Value setDay(Call call) {
        int current = call.local(0).getDayOfWeek().getValue() % 7 + 1;
        int wanted = DateNames.day(call.text(1))
                .map(DayOfWeek::getValue)
                .map(day -> day % 7 + 1)
                .orElseGet(() -> call.integer(1));
        return new Moment(call.local(0).plusDays((long) wanted - current).toInstant());
    }

    private static Value setMonth(Call call) {
        int current = call.local(0).getMonthValue();
        int wanted = DateNames.month(call.text(1)).map(Month::getValue).orElseGet(() -> call.integer(1));
        return new Moment(call.local(0).plusMonths((long) wanted - current).toInstant());
    }
}
