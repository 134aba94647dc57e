package dev.tutti.scenario.make;

import dev.tutti.connector.MakeNode;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The schedule that Make's API keeps beside the blueprint. */
final class MakeSchedule {

    private MakeSchedule() {}

    static Optional<Fields> in(Fields scheduling) {
        Fields.Builder schedule = Fields.builder();
        String kind = Look.text(scheduling, "type");
        switch (kind) {
            case "indefinitely" -> {
                Optional<BigDecimal> seconds = number(scheduling.get("interval"));
                if (seconds.isEmpty()) {
                    return Optional.empty();
                }
                long minutes = Math.clamp(seconds.get().longValue() / 60, 1, 1_000_000);
                schedule.put("kind", Text.of("interval")).put("minutes", Num.of(minutes));
            }
            case "once" -> schedule.put("kind", Text.of("once")).put("at", scheduling.get("date"));
            case "daily", "weekly", "monthly", "yearly" -> {
                schedule.put("kind", Text.of(kind));
                for (String part : List.of("time", "days", "months")) {
                    if (scheduling.has(part)) {
                        schedule.put(part, scheduling.get(part));
                    }
                }
            }
            default -> {
                return Optional.empty();
            }
        }
        if (scheduling.get("between") instanceof Items between && between.size() == 2) {
            schedule.put("from", between.get(0)).put("until", between.get(1));
        }
        if (scheduling.get("restrict") instanceof Items restrict && restrict.size() > 0) {
            schedule.put("restrict", restrict);
        }
        return Optional.of(schedule.build());
    }

    /** The way back; empty for what Make cannot do, such as cron. */
    static Optional<Fields> out(Fields schedule) {
        Fields.Builder scheduling = Fields.builder();
        String kind = Look.text(schedule, "kind");
        switch (kind) {
            case "interval" -> {
                Optional<BigDecimal> minutes = number(schedule.get("minutes"));
                if (minutes.isEmpty()) {
                    return Optional.empty();
                }
                scheduling
                        .put("type", Text.of("indefinitely"))
                        .put("interval", Num.of(minutes.get().longValue() * 60));
            }
            case "once" -> scheduling.put("type", Text.of("once")).put("date", schedule.get("at"));
            case "daily", "weekly", "monthly", "yearly" -> {
                scheduling.put("type", Text.of(kind));
                for (String part : List.of("time", "days", "months")) {
                    if (schedule.has(part)) {
                        scheduling.put(part, schedule.get(part));
                    }
                }
            }
            default -> {
                return Optional.empty();
            }
        }
        if (schedule.has("from") && schedule.has("until")) {
            scheduling.put("between", Items.of(schedule.get("from"), schedule.get("until")));
        }
        if (schedule.has("restrict")) {
            scheduling.put("restrict", schedule.get("restrict"));
        }
        return Optional.of(scheduling.build());
    }

    private static Optional<BigDecimal> number(Value value) {
        try {
            return Optional.of(new BigDecimal(MakeNode.text(value)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
