package dev.tutti.scenario;

import dev.tutti.value.Items;
import dev.tutti.value.Message;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The import from Make. All of it happens in memory; what comes out is stored in one go or not at all. */
@Component
final class MakeImport implements Imports {

    private final Catalogue catalogue;
    private final Checks checks;
    private final Scenarios scenarios;

    MakeImport(Catalogue catalogue, Checks checks, Scenarios scenarios) {
        this.catalogue = catalogue;
        this.checks = checks;
        this.scenarios = scenarios;
    }

    @Override
    public Answer take(byte[] json, Locale locale, Author by) {
        return switch (MakeFile.open(json)) {
            case MakeFile.Broken(Rejected why) -> why;
            case MakeFile.Open(MakeFile file) ->
                switch (read(file, locale)) {
                    case Understood understood -> {
                        ScenarioSummary made = scenarios.create(
                                new NewScenario(
                                        Optional.of(understood.name()),
                                        Optional.of(understood.blueprint()),
                                        Optional.empty(),
                                        locale),
                                by);
                        yield new Imported(made.id(), understood.report());
                    }
                    case NotUnderstood(Rejected why) -> why;
                };
        };
    }

    sealed interface Reading {}

    record Understood(String name, Blueprint blueprint, ImportReport report) implements Reading {}

    record NotUnderstood(Rejected why) implements Reading {}

    Reading read(MakeFile file, Locale locale) {
        MakeNumbers numbers = MakeNumbers.of(file);
        if (numbers.count() > Editing.MOST_MODULES) {
            return rejected("too-many-modules", String.valueOf(Editing.MOST_MODULES));
        }
        MakeReport report = new MakeReport();
        MakeTexts texts = new MakeTexts(numbers.moved());
        MakeGraph graph =
                new MakeGraph(new MakeModules(catalogue.modules(), texts, numbers, report), numbers, texts, report);
        graph.draw(file.flow());
        for (Items loose : file.loose()) {
            graph.draw(loose);
        }
        Blueprint blueprint = new Blueprint(
                graph.modules,
                graph.links,
                MakeCanvas.notes(file.blueprint(), graph.modules, numbers),
                MakeSettings.of(file, graph.handlers(), locale));
        // The strict reader has the last word, so that whatever is in the file, what is stored can be read again.
        if (BlueprintJson.read(BlueprintJson.write(blueprint)) instanceof BlueprintJson.Misread misread) {
            return rejected(
                    "unusable",
                    misread.path(),
                    new Message("scenario.shape." + misread.code(), misread.arguments()).in(locale));
        }
        if (Stored.bytes(blueprint).length > BlueprintJson.LARGEST) {
            return rejected("too-large");
        }
        remaining(blueprint, report, locale);
        return new Understood(name(file, locale), blueprint, report.in(locale));
    }

    /** Whatever else keeps it from being published goes to the list of things to do. */
    private void remaining(Blueprint blueprint, MakeReport report, Locale locale) {
        for (Problem problem : checks.check(blueprint)) {
            int no = problem.module()
                    .orElseGet(() -> problem.link().map(Problem.Ends::to).orElse(0));
            if (problem.isError() && !report.hasTodo(no)) {
                report.todo(
                        -no - problem.code().hashCode(),
                        Message.of(
                                "scenario.import.problem.todo",
                                no,
                                problem.said().in(locale)));
            }
        }
    }

    private static String name(MakeFile file, Locale locale) {
        return MakeFilter.name(file.blueprint().get("name"))
                .orElseGet(() -> Message.of("scenario.import.name").in(locale));
    }

    private static Reading rejected(String code, String... arguments) {
        return new NotUnderstood(new Rejected(code, Message.of("scenario.import." + code, (Object[]) arguments)));
    }
}
