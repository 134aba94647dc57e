package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.tutti.scenario.Exports;
import dev.tutti.scenario.ImportReport;
import dev.tutti.scenario.ScenarioSummary;
import java.util.Locale;

/** A scenario as a file, for another installation or for Make; says before what is not the same there. */
class ExportDialog extends Dialog {

    private final Exports exports;
    private final ScenarioSummary scenario;
    private final Div report = new Div();
    private final Anchor download = new Anchor();

    ExportDialog(Exports exports, ScenarioSummary scenario) {
        this.exports = exports;
        this.scenario = scenario;
        setHeaderTitle(getTranslation("ui.export.title", scenario.name()));
        setWidth("560px");
        RadioButtonGroup<Exports.Format> format = new RadioButtonGroup<>();
        format.setLabel(getTranslation("ui.export.format"));
        format.setItems(Exports.Format.TUTTI, Exports.Format.MAKE);
        format.setItemLabelGenerator(each -> getTranslation("ui.export.format." + word(each)));
        format.addValueChangeListener(change -> draw(change.getValue()));
        report.addClassName("import-panel");
        download.add(Icons.of("download"), new Span(getTranslation("ui.export.download")));
        download.addClassName("button-ink");
        download.getElement().setAttribute("router-ignore", true);
        download.getElement().setAttribute("download", true);
        Div form = new Div(format, report);
        form.addClassName("dialog-form");
        add(form);
        getFooter().add(new Button(getTranslation("ui.close"), _ -> close()), download);
        format.setValue(Exports.Format.TUTTI);
    }

    private static String word(Exports.Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private void draw(Exports.Format format) {
        report.removeAll();
        download.setHref("api/v1/scenarios/" + scenario.id() + "/export?format=" + word(format));
        Exports.Answer answer =
                exports.draft(scenario.id(), format, getLocale()).orElse(null);
        download.setVisible(answer instanceof Exports.Exported);
        switch (answer) {
            case Exports.Exported exported -> show(exported.report());
            case Exports.TooTangled _ -> {
                Paragraph why = new Paragraph(getTranslation("ui.export.tangled"));
                why.addClassName("wrong");
                report.add(why);
            }
            case null -> close();
        }
    }

    private void show(ImportReport told) {
        boolean same = told.modules().stream().allMatch(line -> line.grade() == ImportReport.Grade.EXACT);
        if (same && told.notes().isEmpty()) {
            report.add(new Paragraph(getTranslation("ui.export.same")));
            return;
        }
        UnorderedList notes = new UnorderedList();
        notes.addClassName("import-todo");
        told.notes().forEach(note -> notes.add(new ListItem(note)));
        report.add(notes, ImportReportPanel.modules(told));
    }
}
