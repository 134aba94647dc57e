package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.run.Run;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.Imports;
import dev.tutti.scenario.ScenarioQuery;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartsBy;
import dev.tutti.trigger.Schedules;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.User;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All scenarios, the most recently changed first. */
@Route("scenarios")
@PermitAll
class ScenariosView extends Div implements HasDynamicTitle {

    private final Scenarios scenarios;
    private final Runs runs;
    private final Schedules schedules;
    private final CurrentUser current;
    private final TextField search = new TextField();
    private final Grid<ScenarioSummary> grid = new Grid<>();
    private final List<ScenarioSummary> shown = new ArrayList<>();
    private final Button more = new Button();
    private final Div empty = new Div();
    private Optional<String> cursor = Optional.empty();

    ScenariosView(Scenarios scenarios, Runs runs, Schedules schedules, Imports imports, CurrentUser current) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.schedules = schedules;
        this.current = current;
        addClassName("page");
        Anchor create = new Anchor("scenarios/new", getTranslation("ui.scenario.new"));
        create.addClassName("button-ink");
        Button imported = new Button(getTranslation("ui.import"), Icons.of("upload"));
        imported.addClickListener(_ -> new ImportDialog(imports, current.get()).open());
        search.setPlaceholder(getTranslation("ui.scenarios.search"));
        search.setAriaLabel(getTranslation("ui.scenarios.search"));
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> load(true));
        Div filters = new Div(search);
        filters.addClassName("filters");
        columns();
        more.setText(getTranslation("ui.more"));
        more.addClickListener(_ -> load(false));
        empty.addClassName("empty");
        add(new PageHeader(getTranslation("ui.nav.scenarios"), imported, create), filters, grid, more, empty);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load(true);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.scenarios") + " · Tutti";
    }

    private void columns() {
        grid.addClassName("list");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(this::onOff)
                .setHeader(getTranslation("ui.scenarios.on"))
                .setWidth("84px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("ui.scenarios.name"))
                .setFlexGrow(3);
        grid.addComponentColumn(ScenarioBadge::new)
                .setHeader(getTranslation("ui.scenarios.status"))
                .setAutoWidth(true);
        grid.addColumn(this::trigger)
                .setHeader(getTranslation("ui.scenarios.trigger"))
                .setAutoWidth(true);
        grid.addColumn(scenario -> schedules
                        .next(scenario.id())
                        .map(at -> Times.full(at, getLocale()))
                        .orElse("–"))
                .setHeader(getTranslation("ui.scenarios.next"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::lastRuns)
                .setHeader(getTranslation("ui.scenarios.runs"))
                .setWidth("156px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::remove).setHeader("").setWidth("64px").setFlexGrow(0);
    }

    private Component onOff(ScenarioSummary scenario) {
        Checkbox on = new Checkbox(scenario.on());
        on.addThemeName("switch");
        on.setAriaLabel(getTranslation("ui.scenarios.on.of", scenario.name()));
        on.setEnabled(scenario.live().isPresent() && current.may(Action.SCENARIO_PUBLISH));
        on.addValueChangeListener(change -> {
            scenarios.turn(scenario.id(), change.getValue(), author());
            load(true);
        });
        return on;
    }

    private Component name(ScenarioSummary scenario) {
        Anchor link = new Anchor("scenarios/" + scenario.id(), scenario.name());
        link.addClassName("strong");
        Div both = new Div(link);
        if (scenario.changes() > 0 && scenario.live().isPresent()) {
            Span changes = new Span(getTranslation("ui.scenarios.changes", scenario.changes()));
            changes.addClassName("quiet");
            both.add(changes);
        }
        both.addClassName("two-lines");
        return both;
    }

    private String trigger(ScenarioSummary scenario) {
        return switch (scenario.startsBy()) {
            case StartsBy.Webhook _ -> getTranslation("ui.trigger.webhook");
            case StartsBy.Schedule _ -> getTranslation("ui.trigger.schedule");
            case StartsBy.OnDemand _ -> getTranslation("ui.trigger.manual");
        };
    }

    private Component lastRuns(ScenarioSummary scenario) {
        List<Run> newest = runs.newest(scenario.id(), 30);
        return newest.isEmpty() ? new Span("–") : new Sparkline(newest);
    }

    private Component remove(ScenarioSummary scenario) {
        Button remove = new Button(Icons.of("trash"));
        remove.addThemeName("tertiary");
        remove.setAriaLabel(getTranslation("ui.scenarios.delete.of", scenario.name()));
        remove.setEnabled(current.may(Action.SCENARIO_EDIT));
        remove.addClickListener(_ -> {
            ConfirmDialog sure = new ConfirmDialog(
                    getTranslation("ui.scenarios.delete.title", scenario.name()),
                    getTranslation("ui.scenarios.delete.text"),
                    getTranslation("ui.delete"),
                    _ -> {
                        scenarios.delete(scenario.id(), author());
                        Notification.show(getTranslation("ui.scenarios.deleted", scenario.name()));
                        load(true);
                    });
            sure.setCancelable(true);
            sure.setCancelText(getTranslation("ui.cancel"));
            sure.open();
        });
        return remove;
    }

    private void load(boolean fresh) {
        if (fresh) {
            shown.clear();
            cursor = Optional.empty();
        }
        Optional<String> text = Optional.of(search.getValue().strip()).filter(words -> !words.isEmpty());
        var page = scenarios.list(new ScenarioQuery(text, Optional.empty(), cursor, 50));
        shown.addAll(page.items());
        cursor = page.next();
        grid.setItems(List.copyOf(shown));
        grid.setVisible(!shown.isEmpty());
        more.setVisible(cursor.isPresent());
        empty.removeAll();
        empty.setVisible(shown.isEmpty());
        if (shown.isEmpty()) {
            empty.add(new Paragraph(getTranslation(text.isPresent() ? "ui.scenarios.none" : "ui.scenarios.empty")));
        }
    }

    private Author author() {
        User user = current.get();
        return new Author(user.id(), user.name());
    }
}
