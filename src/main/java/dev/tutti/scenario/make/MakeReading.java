package dev.tutti.scenario.make;

import dev.tutti.connector.Modules;
import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.Foreign;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Reading;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Value;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Blueprints of Make. */
@Component
@Order(3)
public final class MakeReading implements Foreign {

    private static final int MOST_MODULES = 2_000;

    private final Modules modules;

    public MakeReading(Modules modules) {
        this.modules = modules;
    }

    @Override
    public Optional<Reading> read(Value file, Locale locale) {
        return MakeFile.of(file).map(found -> switch (read(found, locale)) {
            case Reading.Understood understood ->
                new Reading.Understood(
                        understood.name(), understood.blueprint(), understood.findings(), found.repairs());
            case Reading.NotUnderstood not -> not;
        });
    }

    private Reading read(MakeFile file, Locale locale) {
        MakeNumbers numbers = MakeNumbers.of(file);
        if (numbers.count() > MOST_MODULES) {
            return Reading.rejected("too-many-modules", MOST_MODULES);
        }
        Taking taking =
                new Taking(modules, numbers, MakeTexts.in(numbers.moved()), new Findings("make"), new Sheet(), locale);
        MakeGraph graph = new MakeGraph(taking);
        graph.draw(file.flow());
        for (Items loose : file.loose()) {
            graph.draw(loose);
        }
        Sheet sheet = taking.sheet();
        sheet.notes.addAll(MakeNotes.in(file.blueprint(), sheet, numbers.moved()));
        sheet.settings = MakeSettings.of(file, kept(file, taking), locale);
        return Reading.of(
                Look.name(file.blueprint().get("name")),
                sheet,
                taking.report(),
                large -> lighter(large, taking.report()));
    }

    private static Fields kept(MakeFile file, Taking taking) {
        Fields.Builder kept = Fields.builder();
        Fields scenario = MakeSettings.scenario(file);
        if (!scenario.isEmpty()) {
            kept.put(MakeOriginals.SCENARIO, scenario);
        }
        file.scheduling().ifPresent(scheduling -> kept.put(MakeOriginals.SCHEDULING, scheduling));
        Fields metadata = Look.fields(file.blueprint(), "metadata").without("scenario");
        Fields around = file.blueprint().without("flow").without("subflows").without("scheduling");
        if (around.has("metadata") && around.get("metadata") instanceof Fields) {
            around = around.with(
                    "metadata",
                    metadata.get("designer") instanceof Fields designer
                            ? metadata.with("designer", designer.without("orphans"))
                            : metadata);
        }
        kept.put(MakeOriginals.FILE, around);
        kept.put(MakeOriginals.NODES, MakeOriginals.all(taking.drawn(), taking));
        return kept.build();
    }

    /** Where all of it is too much to be kept, what only the way back needs is let go. */
    private static boolean lighter(Sheet sheet, Findings report) {
        Fields make = Look.fields(sheet.settings, "make");
        report.note(Message.of("exchange.originals"));
        sheet.settings = sheet.settings.with("make", make.without(MakeOriginals.NODES));
        return make.has(MakeOriginals.NODES);
    }
}
