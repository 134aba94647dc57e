package dev.tutti.scenario.make;

import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.BlueprintJson;
import dev.tutti.scenario.Exports;
import dev.tutti.scenario.ImportReport;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersion;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.OwnFormat;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Exports of both formats. */
@Component
final class HandingOver implements Exports {

    private final Scenarios scenarios;
    private final MakeExport make;

    HandingOver(Scenarios scenarios, MakeExport make) {
        this.scenarios = scenarios;
        this.make = make;
    }

    @Override
    public Optional<Answer> draft(ScenarioId scenario, Format format, Locale locale) {
        return scenarios.draft(scenario).map(draft -> exported(draft.name(), draft.blueprint(), format, locale));
    }

    @Override
    public Optional<Answer> version(ScenarioId scenario, int number, Format format, Locale locale) {
        return scenarios
                .version(scenario, number)
                .map(ScenarioVersion::id)
                .flatMap(scenarios::blueprint)
                .flatMap(blueprint ->
                        scenarios.find(scenario).map(found -> exported(found.name(), blueprint, format, locale)));
    }

    private Answer exported(String name, Blueprint blueprint, Format format, Locale locale) {
        return switch (format) {
            case TUTTI -> new Exported(name, ours(name, blueprint), empty("tutti", locale));
            case MAKE ->
                switch (make.write(name, blueprint)) {
                    case MakeExport.Written(Fields file, Findings findings) ->
                        new Exported(name, file, findings.in(locale, List.of()));
                    case MakeExport.TooMany() -> new TooTangled();
                };
        };
    }

    private static Fields ours(String name, Blueprint blueprint) {
        return Fields.builder()
                .put("format", Text.of(OwnFormat.NAME))
                .put("version", Num.of(1))
                .put("name", Text.of(name))
                .put("blueprint", BlueprintJson.write(blueprint))
                .build();
    }

    private static ImportReport empty(String format, Locale locale) {
        return new Findings(format).in(locale, List.of());
    }
}
