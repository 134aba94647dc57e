package dev.tutti.expression;

import static dev.tutti.expression.FunctionSpec.Type.DATE;
import static dev.tutti.expression.FunctionSpec.Type.NUMBER;

import dev.tutti.expression.FunctionSpec.Group;
import dev.tutti.value.Bool;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Parts of dates, months and working days: what Make lacks and its users ask for. */
final class CalendarFunctions {
    static final List<Functions.Entry> ALL = List.of(
            part("year", ZonedDateTime::getYear, "year(\"2016-12-08T12:55:57.536Z\")", "2016"),
            part("month", ZonedDateTime::getMonthValue, "month(\"2016-12-08T12:55:57.536Z\")", "12"),
            part("dayOfMonth", ZonedDateTime::getDayOfMonth, "dayOfMonth(\"2016-12-28T12:03:06.372Z\")", "28"),
            part(
                    "dayOfWeek",
                    date -> date.getDayOfWeek().getValue() % 7 + 1,
                    "dayOfWeek(\"2016-12-28T12:03:06.372Z\")",
                    "4"),
            part("hour", ZonedDateTime::getHour, "hour(\"2016-12-08 15:55:57\")", "15"),
            part("minute", ZonedDateTime::getMinute, "minute(\"2016-12-08 15:55:57\")", "55"),
            part("second", ZonedDateTime::getSecond, "second(\"2016-12-08T15:55:57.536Z\")", "57"),
            part(
                    "daysInMonth",
                    date -> date.toLocalDate().lengthOfMonth(),
                    "daysInMonth(\"2016-02-01T12:00:00.000Z\")",
                    "29"),
            part(
                    "daysInYear",
                    date -> date.toLocalDate().lengthOfYear(),
                    "daysInYear(\"2015-06-01T00:00:00.000Z\")",
                    "365"),
            define("isWeekend")
                    .takes("date", DATE)
                    .example("isWeekend(\"2016-12-10T12:00:00.000Z\")", "true")
                    .example("isWeekend(\"2016-12-12T12:00:00.000Z\")", "false")
                    .does(call -> Bool.of(!DateSpans.isWeekday(call.local(0).getDayOfWeek()))),
            define("startOfMonth")
                    .takes("date", DATE)
                    .does(call -> new Moment(call.local(0)
                            .toLocalDate()
                            .withDayOfMonth(1)
                            .atStartOfDay(call.zone())
                            .toInstant())),
            define("endOfMonth").takes("date", DATE).does(CalendarFunctions::endOfMonth),
            define("dateMax")
                    .repeats("date", DATE)
                    .example(
                            "dateMax(\"2016-06-01T00:00:00.000Z\"; \"2016-12-01T00:00:00.000Z\")",
                            "\"2016-12-01T00:00:00.000Z\"")
                    .does(call -> ranked(call, Comparator.comparing(Moment::instant))),
            define("dateMin")
                    .repeats("date", DATE)
                    .example(
                            "dateMin(\"2016-06-01T00:00:00.000Z\"; \"2016-12-01T00:00:00.000Z\")",
                            "\"2016-06-01T00:00:00.000Z\"")
                    .does(call ->
                            ranked(call, Comparator.comparing(Moment::instant).reversed())),
            define("addWeekDays")
                    .takes("date", DATE)
                    .takes("number", NUMBER)
                    .example("addWeekDays(\"2016-12-08T12:55:57.536Z\"; 2)", "\"2016-12-12T12:55:57.536Z\"")
                    .example("addWeekDays(\"2016-12-08T12:55:57.536Z\"; -2)", "\"2016-12-06T12:55:57.536Z\"")
                    .does(call -> new Moment(DateSpans.plusWeekDays(
                                    call.local(0),
                                    call.number(1)
                                            .setScale(0, RoundingMode.FLOOR)
                                            .longValueExact())
                            .toInstant())),
            define("weekDayDiff")
                    .takes("later", DATE)
                    .takes("earlier", DATE)
                    .example("weekDayDiff(\"2016-12-07 12:00:00\"; \"2016-12-05 00:00:00\")", "2.5")
                    .example("weekDayDiff(\"2016-12-09 15:00:00\"; \"2016-12-05 15:00:00\")", "4")
                    .does(DateSpans::weekDays),
            define("workMinutesDiff")
                    .takes("earlier", DATE)
                    .takes("later", DATE)
                    .example("workMinutesDiff(\"2016-12-05 09:00:00\"; \"2016-12-05 17:00:00\")", "480")
                    .example("workMinutesDiff(\"2016-12-05 09:00:00\"; \"2016-12-06 17:00:00\")", "960")
                    .does(DateSpans::workMinutes));

    private CalendarFunctions() {}

    private static Draft define(String name) {
        return Draft.of(Group.DATES, name).extension();
    }

    private static Functions.Entry part(String name, ToIntFunction<ZonedDateTime> part, String example, String result) {
        return define(name)
                .takes("date", DATE)
                .example(example, result)
                .does(call -> Num.of(part.applyAsInt(call.local(0))));
    }

    /** Its last millisecond. */
    private static Value endOfMonth(Call call) {
        ZonedDateTime date = call.local(0);
        ZonedDateTime nextMonth = date.toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(call.zone());
        return new Moment(nextMonth.toInstant().minusMillis(1));
    }

    private static Value ranked(Call call, Comparator<Moment> order) {
        List<Moment> dates = new ArrayList<>();
        List<Value> values = call.count() == 1 && call.value(0) instanceof Items ? call.items(0) : call.rest(0);
        for (Value value : values) {
            if (!Loose.isEmpty(value)) {
                dates.add(call.moment(value));
            }
        }
        return dates.stream().max(order).<Value>map(date -> date).orElse(Nothing.NULL);
    }
}
