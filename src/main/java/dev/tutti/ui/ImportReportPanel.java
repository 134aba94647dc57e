package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tutti.scenario.ImportReport;
import dev.tutti.scenario.ScenarioId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What became of one file: what is left to do, with links that lead there, and each module with what changed. */
class ImportReportPanel extends Div {

    private static final Map<String, String> MADE_AT = Map.of(
            "connection", "connections",
            "key", "connections",
            "datastore", "data",
            "structure", "structures",
            "webhook", "webhooks");

    private final ScenarioId scenario;

    ImportReportPanel(ScenarioId scenario, ImportReport report) {
        this.scenario = scenario;
        addClassName("import-panel");
        if (report.todo().isEmpty() && report.connect().stream().allMatch(ImportReport.Need::ready)) {
            Paragraph ready = new Paragraph(Icons.of("circle-check"), new Span(getTranslation("ui.import.ready")));
            ready.addClassName("all-well");
            add(ready);
        }
        Anchor open = new Anchor("scenarios/" + scenario, getTranslation("ui.import.open"));
        open.addClassName("button-plain");
        add(open);
        part("ui.import.connect", "import-todo", report.connect(), this::need);
        part("ui.import.todo", "import-todo", report.todo(), ListItem::new);
        part("ui.import.notes", "import-todo", report.notes(), ListItem::new);
        if (!report.repairs().isEmpty()) {
            UnorderedList repairs = list("import-todo", report.repairs(), this::repair);
            add(new Details(getTranslation("ui.import.repairs", report.repairs().size()), repairs));
        }
        add(new H3(getTranslation("ui.import.report")), modules(report));
    }

    /** Each module with what changed. */
    static UnorderedList modules(ImportReport report) {
        return list("import-report", report.modules(), ImportReportPanel::line);
    }

    private <T> void part(String key, String look, List<T> items, Function<T, ListItem> line) {
        if (!items.isEmpty()) {
            add(new H3(getTranslation(key)), list(look, items, line));
        }
    }

    private static <T> UnorderedList list(String look, List<T> items, Function<T, ListItem> line) {
        UnorderedList lines = new UnorderedList();
        lines.addClassName(look);
        items.forEach(item -> lines.add(line.apply(item)));
        return lines;
    }

    /** What has to be chosen: where it is made, and the modules that wait for it. */
    private ListItem need(ImportReport.Need need) {
        Span what = new Span(getTranslation("ui.import.need." + need.kind()));
        what.addClassName("strong");
        Div line = new Div(Icons.of(need.ready() ? "circle-check" : "circle-dashed"), what);
        line.addClassNames("one-line", "need-line");
        if (!need.label().isEmpty()) {
            Span label = new Span("“" + need.label() + "”");
            label.addClassName("cut");
            line.add(label);
        }
        if (!need.ready() && MADE_AT.containsKey(need.kind())) {
            line.add(link(MADE_AT.getOrDefault(need.kind(), ""), getTranslation("ui.import.need.make")));
        }
        if (!need.ready()) {
            need.modules()
                    .forEach(no -> line.add(
                            link("scenarios/" + scenario + "?m=" + no, getTranslation("ui.import.need.choose", no))));
        }
        return new ListItem(line);
    }

    private static Component link(String to, String words) {
        Anchor link = new Anchor(to, words);
        link.addClassName("need-link");
        return link;
    }

    private ListItem repair(ImportReport.Repair repair) {
        Span place = new Span(getTranslation("ui.import.repair.at", repair.line(), repair.column()));
        place.addClassName("quiet");
        Div line = new Div(place, new Span(repair.what()));
        line.addClassName("one-line");
        return new ListItem(line);
    }

    private static ListItem line(ImportReport.Line line) {
        String grade = line.grade().name().toLowerCase(Locale.ROOT);
        Span number = new Span(String.valueOf(line.id()));
        number.addClassName("module-no");
        Span module = new Span(line.module());
        module.addClassNames("cut", "module-name");
        Div head = new Div(number, module, ImportView.badge(grade, number.getTranslation("ui.import.grade." + grade)));
        head.addClassName("one-line");
        ListItem item = new ListItem(head);
        line.notes().forEach(note -> item.add(new Paragraph(note)));
        return item;
    }
}
