package dev.tutti.scenario.exchange;

import dev.tutti.scenario.Author;
import dev.tutti.scenario.Draft;
import dev.tutti.scenario.Imports;
import dev.tutti.scenario.NewScenario;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Imports of every format. All of it happens in memory; what comes out is stored in one go or not at all. */
@Component
final class TakingOver implements Imports {

    private final List<Foreign> formats;
    private final Scenarios scenarios;

    TakingOver(List<Foreign> formats, Scenarios scenarios) {
        this.formats = formats;
        this.scenarios = scenarios;
    }

    @Override
    public Answer take(byte[] file, Locale locale, Author by) {
        return switch (FileText.read(file)) {
            case FileText.Unreadable(Rejected why) -> why;
            case FileText.Read read ->
                formats.stream()
                        .map(format -> format.read(read.value(), locale))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(reading -> store(reading, read.repairs(), locale, by))
                        .orElseGet(() -> new Rejected("not-a-blueprint", Message.of("exchange.not-a-blueprint")));
        };
    }

    private Answer store(Reading reading, List<FileText.Repair> repairs, Locale locale, Author by) {
        return switch (reading) {
            case Reading.NotUnderstood(Rejected why) -> why;
            // A mended file in which nothing is left was too broken to be of use to anybody.
            case Reading.Understood understood
            when !repairs.isEmpty() && understood.blueprint().modules().isEmpty() -> {
                FileText.Repair deepest = repairs.getLast();
                yield new Rejected(
                        "broken", Message.of("exchange.broken", deepest.line(), deepest.column(), deepest.what()));
            }
            case Reading.Understood understood -> {
                String name = understood
                        .name()
                        .orElseGet(() -> Message.of("exchange.name").in(locale));
                ScenarioSummary made = scenarios.create(
                        new NewScenario(
                                Optional.of(name), Optional.of(understood.blueprint()), Optional.empty(), locale),
                        by);
                scenarios.draft(made.id()).map(Draft::problems).ifPresent(understood.findings()::remaining);
                List<FileText.Repair> all = new ArrayList<>(repairs);
                all.addAll(understood.repairs());
                yield new Imported(made.id(), understood.findings().in(locale, FileText.repairs(all, locale)));
            }
        };
    }
}
