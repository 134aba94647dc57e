package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.ImportReport;
import dev.tutti.scenario.Imports;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.workspace.User;
import java.util.Locale;

/** Takes a blueprint file of Make over and says, module by module, how well that went. */
class ImportDialog extends Dialog {

    private static final int MOST_BYTES = 10 << 20;

    private final Imports imports;
    private final User user;
    private final Runnable imported;
    private final Div content = new Div();

    ImportDialog(Imports imports, User user, Runnable imported) {
        this.imports = imports;
        this.user = user;
        this.imported = imported;
        setHeaderTitle(getTranslation("ui.import.title"));
        setWidth("600px");
        content.addClassName("dialog-form");
        add(content);
        choose();
    }

    private void choose() {
        Upload upload = new Upload(UploadHandler.inMemory((_, bytes) -> take(bytes)));
        upload.setAcceptedFileTypes("application/json", ".json");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new Button(getTranslation("ui.import.choose"), Icons.of("upload")));
        upload.setDropLabel(new Span(getTranslation("ui.import.drop")));
        upload.setDropLabelIcon(new Span());
        upload.setWidthFull();
        upload.addFileRejectedListener(_ -> wrong(getTranslation("ui.import.refused", MOST_BYTES >> 20)));
        content.removeAll();
        content.add(new Paragraph(getTranslation("ui.import.lead")), upload);
        getFooter().removeAll();
        getFooter().add(new Button(getTranslation("ui.cancel"), _ -> close()));
    }

    private void take(byte[] bytes) {
        switch (imports.take(bytes, getLocale(), new Author(user.id(), user.name()))) {
            case Imports.Rejected rejected -> {
                choose();
                wrong(rejected.said().in(getLocale()));
            }
            case Imports.Imported(var scenario, ImportReport report) -> {
                imported.run();
                show(scenario, report);
            }
        }
    }

    private void wrong(String sentence) {
        content.getChildren()
                .filter(child -> child.hasClassName("wrong"))
                .toList()
                .forEach(content::remove);
        Paragraph why = new Paragraph(sentence);
        why.addClassName("wrong");
        why.getElement().setAttribute("role", "alert");
        content.add(why);
    }

    private void show(ScenarioId scenario, ImportReport report) {
        content.removeAll();
        if (!report.todo().isEmpty()) {
            UnorderedList todo = new UnorderedList();
            todo.addClassName("import-todo");
            report.todo().forEach(each -> todo.add(new ListItem(each)));
            content.add(new H3(getTranslation("ui.import.todo")), todo);
        } else {
            Paragraph ready = new Paragraph(Icons.of("circle-check"), new Span(getTranslation("ui.import.ready")));
            ready.addClassName("all-well");
            content.add(ready);
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("import-report");
        report.modules().forEach(line -> lines.add(line(line)));
        content.add(new H3(getTranslation("ui.import.report")), lines);
        Button open = new Button(
                getTranslation("ui.import.open"),
                _ -> getUI().ifPresent(ui -> {
                    close();
                    ui.navigate("scenarios/" + scenario);
                }));
        open.addThemeName("primary");
        getFooter().removeAll();
        getFooter().add(new Button(getTranslation("ui.close"), _ -> close()), open);
    }

    private ListItem line(ImportReport.Line line) {
        String grade = line.grade().name().toLowerCase(Locale.ROOT);
        Span number = new Span(String.valueOf(line.id()));
        number.addClassName("module-no");
        Span module = new Span(line.module());
        module.addClassNames("cut", "module-name");
        Span badge = new Span(getTranslation("ui.import.grade." + grade));
        badge.addClassNames("badge", grade);
        Div head = new Div(number, module, badge);
        head.addClassName("one-line");
        ListItem item = new ListItem(head);
        line.notes().forEach(note -> item.add(new Paragraph(note)));
        return item;
    }
}
