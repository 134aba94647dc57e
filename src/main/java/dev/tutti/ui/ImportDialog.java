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
import dev.tutti.workspace.User;
import java.util.Locale;

/** Takes a blueprint file of Make over and says, module by module, how well that went. */
class ImportDialog extends Dialog {

    private static final int MOST_BYTES = 10 << 20;

    private final Imports imports;
    private final User user;
    private final Div answer = new Div();

    ImportDialog(Imports imports, User user) {
        this.imports = imports;
        this.user = user;
        setHeaderTitle(getTranslation("ui.import.title"));
        setWidth("640px");
        Upload upload = new Upload(UploadHandler.inMemory((_, bytes) -> take(bytes)));
        upload.setAcceptedFileTypes("application/json", ".json");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new Button(getTranslation("ui.import.choose")));
        upload.setDropLabel(new Span(getTranslation("ui.import.drop")));
        upload.setWidthFull();
        add(new Paragraph(getTranslation("ui.import.lead")), upload, answer);
        getFooter().add(new Button(getTranslation("ui.close"), _ -> close()));
    }

    private void take(byte[] bytes) {
        answer.removeAll();
        switch (imports.make(bytes, getLocale(), new Author(user.id(), user.name()))) {
            case Imports.Rejected rejected -> {
                Paragraph why = new Paragraph(getTranslation(
                        "import." + rejected.code(), rejected.arguments().toArray()));
                why.addClassName("wrong");
                answer.add(why);
            }
            case Imports.Imported(var scenario, ImportReport report) -> {
                show(report);
                Button open = new Button(
                        getTranslation("ui.import.open"),
                        _ -> getUI().ifPresent(ui -> ui.navigate("scenarios/" + scenario)));
                open.addThemeName("primary");
                answer.add(open);
            }
        }
    }

    private void show(ImportReport report) {
        answer.add(new H3(getTranslation("ui.import.report")));
        UnorderedList lines = new UnorderedList();
        lines.addClassName("import-report");
        for (ImportReport.Line line : report.modules()) {
            String grade = line.grade().name().toLowerCase(Locale.ROOT);
            Span badge = new Span(getTranslation("ui.import.grade." + grade));
            badge.addClassNames("badge", grade);
            ListItem item = new ListItem(badge, new Span(" " + line.id() + " · " + line.module()));
            line.notes().forEach(note -> item.add(new Paragraph(note)));
            lines.add(item);
        }
        answer.add(lines);
        if (!report.todo().isEmpty()) {
            answer.add(new H3(getTranslation("ui.import.todo")));
            UnorderedList todo = new UnorderedList();
            report.todo().forEach(each -> todo.add(new ListItem(each)));
            answer.add(todo);
        }
    }
}
