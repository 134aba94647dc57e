package dev.tutti.scenario;

import dev.tutti.connector.MakeNode;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What starts a scenario, in a few words for a list: "Webhook", "Mon, Tue at 09:00". */
public final class StartWords {

    private StartWords() {}

    public static String of(StartsBy startsBy, Locale locale) {
        return switch (startsBy) {
            case StartsBy.Webhook _ -> say(locale, "webhook");
            case StartsBy.OnDemand() -> say(locale, "by-hand");
            case StartsBy.Schedule(Fields schedule) -> schedule(schedule, locale);
        };
    }

    private static String schedule(Fields schedule, Locale locale) {
        String time = list(schedule.get("time"), UnaryOperator.identity());
        String days = list(schedule.get("days"), UnaryOperator.identity());
        return switch (MakeNode.text(schedule.get("kind"))) {
            case "interval" -> interval(MakeNode.text(schedule.get("minutes")), locale);
            case "once" -> say(locale, "once", date(MakeNode.text(schedule.get("at")), locale));
            case "daily" -> say(locale, "daily", time);
            case "weekly" ->
                weekdays(schedule.get("days"))
                        ? say(locale, "weekdays", time)
                        : say(locale, "weekly", list(schedule.get("days"), day -> weekday(day, locale)), time);
            case "monthly" -> say(locale, "monthly", days, time);
            case "yearly" ->
                say(locale, "yearly", days, list(schedule.get("months"), month -> month(month, locale)), time);
            case "dates" -> say(locale, "dates", list(schedule.get("dates"), date -> date(date, locale)));
            case "cron" -> say(locale, "cron", MakeNode.text(schedule.get("cron")));
            default -> say(locale, "schedule");
        };
    }

    private static String interval(String minutes, Locale locale) {
        return switch (minutes) {
            case "1" -> say(locale, "each-minute");
            case "60" -> say(locale, "each-hour");
            case "1440" -> say(locale, "each-day");
            default -> say(locale, "interval", minutes);
        };
    }

    /** Three at most; more would not fit into a list. */
    private static String list(Value value, UnaryOperator<String> word) {
        List<String> all = value instanceof Items items
                ? items.items().stream().map(MakeNode::text).map(word).toList()
                : List.of(word.apply(MakeNode.text(value)));
        return all.stream().limit(3).collect(Collectors.joining(", ")) + (all.size() > 3 ? " …" : "");
    }

    /** Whether these are the five days from Monday to Friday. */
    private static boolean weekdays(Value days) {
        return days instanceof Items items
                && items.items().stream()
                        .flatMap(day -> day(MakeNode.text(day)).stream())
                        .collect(Collectors.toSet())
                        .equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    }

    private static String weekday(String text, Locale locale) {
        return day(text).map(day -> day.getDisplayName(TextStyle.SHORT, locale)).orElse(text);
    }

    private static Optional<DayOfWeek> day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(each -> text.equals(String.valueOf(each.getValue() % 7))
                        || (text.length() >= 3 && each.name().startsWith(text.toUpperCase(Locale.ROOT))))
                .findFirst();
    }

    private static String month(String month, Locale locale) {
        for (Month each : Month.values()) {
            boolean meant = month.equals(String.valueOf(each.getValue()))
                    || (month.length() >= 3 && each.name().startsWith(month.toUpperCase(Locale.ROOT)));
            if (meant) {
                return each.getDisplayName(TextStyle.FULL, locale);
            }
        }
        return month;
    }

    private static String date(String text, Locale locale) {
        try {
            String day = text.substring(0, Math.min(10, text.length()));
            String shown = LocalDate.parse(day)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .withLocale(locale));
            return text.length() >= 16 ? shown + " " + text.substring(11, 16) : shown;
        } catch (DateTimeParseException noDate) {
            return text;
        }
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Message.of("scenario.starts." + key, arguments).in(locale);
    }
}
