package dev.tutti.api;

import dev.tutti.scenario.ImportReport;
import dev.tutti.scenario.Imports;
import dev.tutti.workspace.Action;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes over scenarios of Make. */
@RestController
@RequestMapping("/api/v1/import")
class ImportController {

    record ImportedView(String scenarioId, ReportView report) {}

    /** @param todo what a person still has to do; with nothing here it can be published and run at once */
    record ReportView(
            String format,
            List<ModuleLine> modules,
            List<String> todo,
            List<ImportReport.Need> connect,
            List<ImportReport.Repair> repairs,
            List<String> notes) {}

    /** @param grade `exact`, `approximate` or `unsupported` */
    record ModuleLine(int id, String module, String grade, List<String> notes) {}

    private final Imports imports;
    private final Authors authors;

    ImportController(Imports imports, Authors authors) {
        this.imports = imports;
        this.authors = authors;
    }

    /** Makes a scenario of a Make blueprint, which is the body: as exported, as its API answers, or from the clipboard. */
    @PostMapping
    @Allowed(Action.SCENARIO_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    ImportedView make(@RequestBody(required = false) byte @Nullable [] body, Locale locale) {
        return switch (imports.take(body == null ? new byte[0] : body, locale, authors.author())) {
            case Imports.Imported imported ->
                new ImportedView(imported.scenario().toString(), view(imported.report()));
            case Imports.Rejected rejected -> throw rejected(rejected, locale);
        };
    }

    private static Problem rejected(Imports.Rejected rejected, Locale locale) {
        int status = switch (rejected.code()) {
            case "broken" -> 400;
            case "too-large" -> 413;
            default -> 422;
        };
        String sentence = rejected.said().in(locale);
        return new Problem(status, "not-imported", sentence).with("reason", rejected.code());
    }

    static ReportView view(ImportReport report) {
        return new ReportView(
                report.format(),
                report.modules().stream()
                        .map(line -> new ModuleLine(
                                line.id(), line.module(), line.grade().name().toLowerCase(Locale.ROOT), line.notes()))
                        .toList(),
                report.todo(),
                report.connect(),
                report.repairs(),
                report.notes());
    }
}
