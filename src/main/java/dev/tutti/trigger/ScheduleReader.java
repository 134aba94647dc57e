package dev.tutti.trigger;

import dev.tutti.trigger.Schedule.Rhythm;
import dev.tutti.trigger.Schedule.Window;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.scheduling.support.CronExpression;

/**
 * Reads a schedule from the value of its field. Days of the week are 0 to 6 from Sunday (7 is Sunday too), or their English names; days of
 * the month 1 to 31, or {@code last}; months 1 to 12, or their English names. A month without a day 31 is left out.
 */
final class ScheduleReader {

    /** It is not a schedule; the message says why. */
    static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        final transient Message message;

        Wrong(String key, Object... arguments) {
            super(Message.of("trigger.schedule." + key, arguments).toString());
            this.message = Message.of("trigger.schedule." + key, arguments);
        }
    }

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Fields fields;
    private final ZoneId zone;

    private ScheduleReader(Fields fields, ZoneId zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /** Throws {@link Wrong} when it is not a schedule. */
    static Schedule read(Fields fields, ZoneId zone) {
        return new ScheduleReader(fields, zone).read();
    }

    private Schedule read() {
        Rhythm rhythm = switch (text("kind")) {
            case "interval" -> new Rhythm.Every(interval());
            case "once" -> at(fields.get("at"));
            case "daily" -> new Rhythm.Days(day -> true, times());
            case "weekly" -> new Rhythm.Days(weekdays(required("days")), times());
            case "monthly" -> new Rhythm.Days(monthDays().and(months(fields)), times());
            case "yearly" -> {
                required("months");
                yield new Rhythm.Days(monthDays().and(months(fields)), times());
            }
            case "dates" -> new Rhythm.Moments(dates());
            case "cron" -> cron(text("cron"));
            case "" -> throw new Wrong("kind-missing");
            default -> throw new Wrong("kind", text("kind"));
        };
        Optional<LocalDateTime> from = moment("from", false);
        Optional<LocalDateTime> until = moment("until", true);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new Wrong("until-before-from");
        }
        return new Schedule(rhythm, from, until, windows());
    }

    private Duration interval() {
        BigDecimal minutes = number(fields.get("minutes"), "minutes");
        Duration interval;
        try {
            interval =
                    Duration.ofSeconds(minutes.multiply(BigDecimal.valueOf(60)).longValueExact());
        } catch (ArithmeticException fraction) {
            throw new Wrong("minutes");
        }
        if (interval.compareTo(Duration.ofMinutes(1)) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new Wrong("minutes");
        }
        return interval;
    }

    private Rhythm at(Value value) {
        String text = text(value);
        if (value instanceof Moment(Instant instant)) {
            return new Rhythm.At(instant);
        }
        try {
            return new Rhythm.At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException local) {
            return new Rhythm.Moments(List.of(dateTime(text, "at", LocalTime.MIDNIGHT)));
        }
    }

    private List<LocalTime> times() {
        Value time = fields.get("time");
        List<LocalTime> times = new ArrayList<>();
        for (Value each : time instanceof Items(List<Value> all) ? all : List.of(time)) {
            times.add(time(each, "time"));
        }
        times.sort(null);
        return times.stream().distinct().toList();
    }

    private List<LocalDateTime> dates() {
        LocalTime time = fields.get("time") instanceof Nothing ? LocalTime.MIDNIGHT : time(fields.get("time"), "time");
        return required("dates").stream()
                .map(date -> dateTime(text(date), "dates", time))
                .sorted()
                .toList();
    }

    private static Rhythm cron(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 5 && parts.length != 6) {
            throw new Wrong("cron", text);
        }
        if (parts.length == 6 && !parts[0].matches("\\d{1,2}")) {
            throw new Wrong("cron-seconds", text);
        }
        try {
            CronExpression expression =
                    CronExpression.parse(parts.length == 5 ? "0 " + String.join(" ", parts) : String.join(" ", parts));
            return new Rhythm.Cron(expression, parts[parts.length - 4].startsWith("*"));
        } catch (IllegalArgumentException wrong) {
            throw new Wrong("cron", text);
        }
    }

    private List<Window> windows() {
        if (!(fields.get("restrict") instanceof Items(List<Value> all))) {
            return List.of();
        }
        List<Window> windows = new ArrayList<>();
        for (Value each : all) {
            if (!(each instanceof Fields window)) {
                throw new Wrong("restrict");
            }
            Predicate<LocalDate> day = any -> true;
            if (window.get("days") instanceof Items(List<Value> days) && !days.isEmpty()) {
                day = weekdays(days);
            }
            LocalTime begin = LocalTime.MIN;
            LocalTime end = LocalTime.MIDNIGHT;
            if (window.get("time") instanceof Items(List<Value> range) && !range.isEmpty()) {
                if (range.size() != 2) {
                    throw new Wrong("restrict");
                }
                begin = time(range.getFirst(), "restrict");
                end = time(range.getLast(), "restrict");
            }
            if (end.isBefore(begin) && !end.equals(LocalTime.MIDNIGHT)) {
                // Through the night: the evening of one day and the morning of the next.
                windows.add(new Window(day.and(months(window)), LocalTime.MIN, end));
                end = LocalTime.MIDNIGHT;
            }
            windows.add(new Window(day.and(months(window)), begin, end));
        }
        return windows;
    }

    private static Predicate<LocalDate> weekdays(List<Value> values) {
        Set<DayOfWeek> days = new HashSet<>();
        for (Value value : values) {
            String name = text(value).toUpperCase(Locale.ROOT);
            if (name.matches("[0-7]")) {
                days.add(name.equals("0") ? DayOfWeek.SUNDAY : DayOfWeek.of(Integer.parseInt(name)));
            } else {
                days.add(named(DayOfWeek.values(), name, "days"));
            }
        }
        return day -> days.contains(day.getDayOfWeek());
    }

    private Predicate<LocalDate> monthDays() {
        Set<Integer> days = new HashSet<>();
        for (Value value : required("days")) {
            String name = text(value).toLowerCase(Locale.ROOT);
            int day = name.equals("last") ? 0 : name.matches("\\d{1,2}") ? Integer.parseInt(name) : -1;
            if (day < 0 || day > 31 || (day == 0 && !name.equals("last"))) {
                throw new Wrong("month-day", name);
            }
            days.add(day);
        }
        return day ->
                days.contains(day.getDayOfMonth()) || (days.contains(0) && day.getDayOfMonth() == day.lengthOfMonth());
    }

    private static Predicate<LocalDate> months(Fields of) {
        if (!(of.get("months") instanceof Items(List<Value> values)) || values.isEmpty()) {
            return day -> true;
        }
        Set<Month> months = new HashSet<>();
        for (Value value : values) {
            String name = text(value).toUpperCase(Locale.ROOT);
            if (name.matches("[1-9]|1[0-2]")) {
                months.add(Month.of(Integer.parseInt(name)));
            } else {
                months.add(named(Month.values(), name, "months"));
            }
        }
        return day -> months.contains(day.getMonth());
    }

    private static <E extends Enum<E>> E named(E[] all, String name, String field) {
        for (E each : all) {
            if (each.name().equals(name) || (name.length() == 3 && each.name().startsWith(name))) {
                return each;
            }
        }
        throw new Wrong(field, name);
    }

    private List<Value> required(String name) {
        if (fields.get(name) instanceof Items(List<Value> all) && !all.isEmpty()) {
            return all;
        }
        throw new Wrong(name + "-missing");
    }

    private Optional<LocalDateTime> moment(String name, boolean endOfDay) {
        Value value = fields.get(name);
        if (value instanceof Moment(Instant instant)) {
            return Optional.of(LocalDateTime.ofInstant(instant, zone));
        }
        String text = text(value);
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(dateTime(text, name, endOfDay ? LocalTime.of(23, 59, 59) : LocalTime.MIN));
    }

    private LocalDateTime dateTime(String text, String field, LocalTime timeOfDates) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(text).atTime(timeOfDates);
            }
            String iso = text.strip().replace(' ', 'T');
            return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") && !iso.matches("\\d{4}-\\d\\d-\\d\\d") && iso.contains("T")
                    ? OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDateTime()
                    : LocalDateTime.parse(iso);
        } catch (DateTimeException wrong) {
            throw new Wrong("date", field, text);
        }
    }

    private static LocalTime time(Value value, String field) {
        String text = text(value);
        try {
            return LocalTime.parse(text.matches("\\d:.*") ? "0" + text : text);
        } catch (DateTimeException wrong) {
            throw new Wrong("time", field, text);
        }
    }

    private static BigDecimal number(Value value, String field) {
        if (value instanceof Num(BigDecimal number)) {
            return number;
        }
        try {
            return new BigDecimal(text(value).strip());
        } catch (NumberFormatException wrong) {
            throw new Wrong(field);
        }
    }

    private String text(String name) {
        return text(fields.get(name));
    }

    private static String text(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Num number -> number.plain();
            case Moment moment -> moment.iso();
            case Value other -> "";
        };
    }
}
