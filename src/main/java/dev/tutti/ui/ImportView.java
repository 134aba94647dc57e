package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.ImportReport;
import dev.tutti.scenario.Imports;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Takes over files of Make, of n8n and our own, many at once, and says of each module how well that went. */
@Route("scenarios/import")
@PermitAll
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_FILES = 200;

    private final Imports imports;
    private final Scenarios scenarios;
    private final CurrentUser current;
    private final Div results = new Div();
    private final Paragraph sum = new Paragraph();
    private final Map<ImportReport.Grade, Integer> modules = new EnumMap<>(ImportReport.Grade.class);
    private int taken;
    private int refused;

    ImportView(Imports imports, Scenarios scenarios, CurrentUser current) {
        this.imports = imports;
        this.scenarios = scenarios;
        this.current = current;
        addClassNames("page", "import-page");
        PageHeader header = new PageHeader(getTranslation("ui.import.title"));
        header.below(ScenariosView.class, getTranslation("ui.nav.scenarios"));
        Paragraph lead = new Paragraph(getTranslation("ui.import.lead"));
        lead.addClassName("page-lead");
        results.addClassName("import-results");
        sum.setVisible(false);
        sum.getElement().setAttribute("role", "status");
        add(header, lead, upload(), sum, results);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!current.may(Action.SCENARIO_EDIT)) {
            event.forwardTo(ScenariosView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.import.title") + " · Tutti";
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> take(metadata.fileName(), bytes)));
        upload.setAcceptedFileTypes("application/json", ".json", ".txt");
        upload.setMaxFiles(MOST_FILES);
        upload.setMaxFileSize(Imports.LARGEST);
        upload.setUploadButton(new Button(getTranslation("ui.import.choose"), Icons.of("upload")));
        upload.setDropLabel(new Span(getTranslation("ui.import.drop")));
        upload.setDropLabelIcon(new Span());
        upload.setWidthFull();
        upload.addFileRejectedListener(
                _ -> Toast.show(getTranslation("ui.import.refused", MOST_FILES, Imports.LARGEST / 1_000_000)));
        // What became of each file stands below; the list of the upload itself would say it a second time.
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        return upload;
    }

    private void take(String file, byte[] bytes) {
        Author author = new Author(current.get().id(), current.get().name());
        switch (imports.take(bytes, getLocale(), author)) {
            case Imports.Rejected rejected -> {
                refused++;
                Paragraph why = new Paragraph(rejected.said().in(getLocale()));
                why.addClassName("wrong");
                why.getElement().setAttribute("role", "alert");
                show(file, badge("unsupported", getTranslation("ui.import.rejected")), new Div(why), true);
            }
            case Imports.Imported(ScenarioId scenario, ImportReport report) -> {
                taken++;
                for (ImportReport.Grade grade : ImportReport.Grade.values()) {
                    modules.merge(grade, (int) report.count(grade), Integer::sum);
                }
                String name =
                        scenarios.find(scenario).map(ScenarioSummary::name).orElse(file);
                show(
                        name.equals(file) ? name : name + " (" + file + ")",
                        grades(report),
                        new ImportReportPanel(scenario, report),
                        taken + refused == 1);
            }
        }
        sum();
    }

    /** The newest on top; only a file that came alone is unfolded at once. */
    private void show(String name, Span marks, Div content, boolean unfolded) {
        Span title = new Span(name);
        title.addClassNames("strong", "cut");
        Div line = new Div(title, marks);
        line.addClassName("one-line");
        Details result = new Details(line, content);
        result.addClassName("import-result");
        result.setOpened(unfolded);
        results.addComponentAsFirst(result);
    }

    private Span grades(ImportReport report) {
        Span marks = new Span();
        marks.addClassName("one-line");
        for (ImportReport.Grade grade : ImportReport.Grade.values()) {
            if (report.count(grade) > 0) {
                String word = grade.name().toLowerCase(Locale.ROOT);
                marks.add(badge(word, report.count(grade) + " " + getTranslation("ui.import.grade." + word)));
            }
        }
        return marks;
    }

    static Span badge(String look, String words) {
        Span badge = new Span(words);
        badge.addClassNames("badge", look);
        return badge;
    }

    private void sum() {
        sum.setVisible(taken + refused > 1);
        sum.setText(getTranslation(
                "ui.import.sum",
                taken,
                refused,
                modules.getOrDefault(ImportReport.Grade.EXACT, 0),
                modules.getOrDefault(ImportReport.Grade.APPROXIMATE, 0),
                modules.getOrDefault(ImportReport.Grade.UNSUPPORTED, 0)));
    }
}
