package dev.tutti.scenario.n8n;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Locale;

/** Schedules of n8n as our clock. */
final class N8nSchedule {

    private N8nSchedule() {}

    static N8nNodes.Made of(N8nNode node) {
        List<Fields> rules = node.is("cron")
                ? Look.each(Look.fields(node.parameters(), "triggerTimes"), "item")
                : Look.each(Look.fields(node.parameters(), "rule"), "interval");
        Fields rule = rules.isEmpty() ? node.parameters() : rules.getFirst();
        N8nNodes.Made made = N8nNodes.Made.exact("schedule:clock", Fields.of("schedule", schedule(node, rule)));
        if (rules.size() > 1) {
            return made.but("several-times");
        }
        return Look.text(rule, "field").equals("seconds")
                        || Look.text(rule, "unit").equals("seconds")
                ? made.but("seconds")
                : made;
    }

    private static Fields schedule(N8nNode node, Fields rule) {
        String field = Look.text(rule, "field");
        if (node.is("interval")) {
            int many = number(rule, "interval", 1);
            return every(Look.text(rule, "unit").equals("hours") ? many * 60L : many);
        }
        if (node.is("cron")) {
            return switch (Look.text(rule, "mode")) {
                case "everyMinute" -> every(1);
                case "everyHour" -> every(60);
                case "custom" -> cron(Look.text(rule, "cronExpression"));
                case "everyWeek" -> at("weekly", rule, "hour", "minute").with("days", day(rule, "weekday", 1));
                case "everyMonth" -> at("monthly", rule, "hour", "minute").with("days", day(rule, "dayOfMonth", 1));
                default -> at("daily", rule, "hour", "minute");
            };
        }
        return switch (field) {
            case "seconds" -> every(1);
            case "minutes" -> every(number(rule, "minutesInterval", 5));
            case "hours" -> every(60L * number(rule, "hoursInterval", 1));
            case "weeks" ->
                at("weekly", rule, "triggerAtHour", "triggerAtMinute")
                        .with(
                                "days",
                                rule.get("triggerAtDay") instanceof Items days && days.size() > 0
                                        ? days
                                        : Items.of(Num.of(0)));
            case "months" ->
                at("monthly", rule, "triggerAtHour", "triggerAtMinute")
                        .with("days", day(rule, "triggerAtDayOfMonth", 1));
            case "cronExpression" -> cron(Look.text(rule, "expression"));
            default -> {
                int days = number(rule, "daysInterval", 1);
                yield days > 1 ? every(1_440L * days) : at("daily", rule, "triggerAtHour", "triggerAtMinute");
            }
        };
    }

    private static Fields every(long minutes) {
        return Fields.of("kind", Text.of("interval"), "minutes", Num.of(Math.clamp(minutes, 1, 1_000_000)));
    }

    private static Fields cron(String expression) {
        return Fields.of("kind", Text.of("cron"), "cron", Text.of(expression.replaceFirst("^=", "")));
    }

    private static Fields at(String kind, Fields rule, String hour, String minute) {
        String time = String.format(
                Locale.ROOT,
                "%02d:%02d",
                Math.clamp(number(rule, hour, 0), 0, 23),
                Math.clamp(number(rule, minute, 0), 0, 59));
        return Fields.of("kind", Text.of(kind), "time", Text.of(time));
    }

    private static Items day(Fields rule, String name, int otherwise) {
        return Items.of(Num.of(number(rule, name, otherwise)));
    }

    private static int number(Fields rule, String name, int otherwise) {
        return Look.whole(rule.get(name)).orElse(otherwise);
    }
}
