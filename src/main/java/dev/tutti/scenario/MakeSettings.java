package dev.tutti.scenario;

import dev.tutti.connector.MakeNode;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings of a file: all are kept as they are, those that have a meaning here are understood too. */
final class MakeSettings {

    private MakeSettings() {}

    /** @param handlers the error handlers by module, which are kept but do nothing yet */
    static Settings of(MakeFile file, Fields handlers, Locale locale) {
        Fields made = MakeFile.member(MakeFile.member(file.blueprint(), "metadata"), "scenario");
        Fields kept = handlers.isEmpty() ? made : made.with("onerror", handlers);
        return new Settings(
                Settings.DEFAULT.timeZone(),
                locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH,
                MakeNode.yes(made.get("sequential"), false),
                MakeNode.yes(made.get("confidential"), false),
                Settings.DEFAULT.replySeconds(),
                file.scheduling().flatMap(MakeSettings::schedule),
                kept.isEmpty() ? Optional.empty() : Optional.of(kept));
    }

    /** The schedule that Make's API keeps beside the blueprint. */
    private static Optional<Fields> schedule(Fields scheduling) {
        Fields.Builder schedule = Fields.builder();
        String kind = MakeNode.text(scheduling.get("type"));
        switch (kind) {
            case "indefinitely" -> {
                Optional<BigDecimal> seconds = number(scheduling.get("interval"));
                if (seconds.isEmpty()) {
                    return Optional.empty();
                }
                long minutes = Math.clamp(seconds.get().longValue() / 60, 1, 1_000_000);
                schedule.put("kind", Text.of("interval")).put("minutes", dev.tutti.value.Num.of(minutes));
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

    private static Optional<BigDecimal> number(Value value) {
        try {
            return Optional.of(new BigDecimal(MakeNode.text(value)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
