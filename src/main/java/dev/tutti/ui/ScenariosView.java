package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.tutti.connector.Modules;
import dev.tutti.run.Run;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.Draft;
import dev.tutti.scenario.Exports;
import dev.tutti.scenario.NewScenario;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioQuery;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartWords;
import dev.tutti.scenario.StartsBy;
import dev.tutti.trigger.Schedules;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.User;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All scenarios, the most recently changed first. */
@Route("scenarios")
@PermitAll
class ScenariosView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Scenarios scenarios;
    private final Runs runs;
    private final Schedules schedules;
    private final Modules modules;
    private final Exports exports;
    private final CurrentUser current;
    private final TextField search;
    private final Listing<ScenarioSummary> list = new Listing<>(getTranslation("ui.nav.scenarios"));
    private final Map<ScenarioId, List<Run>> newest = new HashMap<>();
    private final List<ScenarioSummary> shown = new ArrayList<>();
    private final Button more = new Button();
    private final Emptiness empty = new Emptiness("share-2");
    private Optional<String> cursor = Optional.empty();

    ScenariosView(
            Scenarios scenarios,
            Runs runs,
            Schedules schedules,
            Modules modules,
            Exports exports,
            CurrentUser current) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.schedules = schedules;
        this.modules = modules;
        this.exports = exports;
        this.current = current;
        addClassNames("page", "list-page", "tall-lines");
        Button imported = new Button(getTranslation("ui.import"), Icons.of("upload"));
        imported.addClickListener(_ -> getUI().ifPresent(ui -> ui.navigate("scenarios/import")));
        imported.setVisible(current.may(Action.SCENARIO_EDIT));
        search = new SearchField(getTranslation("ui.scenarios.search"), _ -> searched());
        Div filters = new Div(search);
        filters.addClassName("filters");
        columns();
        more.setText(getTranslation("ui.more"));
        more.addClassName("more");
        more.addClickListener(_ -> load(false));
        add(
                new PageHeader(getTranslation("ui.nav.scenarios"), imported, Buttons.newScenario(current)),
                filters,
                list,
                more,
                empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
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
        list.narrow(getTranslation("ui.scenarios.on"), 72, this::onOff);
        list.wide(getTranslation("ui.scenarios.name"), 1, this::name);
        list.narrow(
                getTranslation("ui.scenarios.status"), 140, scenario -> new ScenarioBadge(scenario, last(scenario)));
        list.narrow(getTranslation("ui.scenarios.trigger"), 190, this::trigger);
        list.narrow(getTranslation("ui.scenarios.last"), 172, this::lastRun);
        list.narrow(getTranslation("ui.scenarios.runs"), 148, scenario -> new Sparkline(newestOf(scenario)));
        list.actions(56, this::actions);
        list.opens(scenario -> getUI().ifPresent(ui -> ui.navigate("scenarios/" + scenario.id())));
    }

    private Component onOff(ScenarioSummary scenario) {
        Checkbox on = new Checkbox(scenario.on());
        on.addClassName("switch");
        on.setAriaLabel(getTranslation("ui.scenarios.on.of", scenario.name()));
        on.setEnabled(scenario.live().isPresent() && current.may(Action.SCENARIO_PUBLISH));
        on.addValueChangeListener(change -> {
            scenarios.turn(scenario.id(), change.getValue(), author());
            Toast.show(getTranslation(
                    change.getValue() ? "ui.scenarios.turned.on" : "ui.scenarios.turned.off", scenario.name()));
            load(true);
        });
        return on;
    }

    private Component name(ScenarioSummary scenario) {
        Anchor link = new Anchor("scenarios/" + scenario.id(), scenario.name());
        link.addClassNames("strong", "cut");
        link.setTitle(scenario.name());
        Div below = new Div(new Discs(scenario.modules(), modules));
        below.addClassName("one-line");
        if (scenario.changes() > 0 && scenario.live().isPresent()) {
            Span changes = new Span(getTranslation("ui.scenarios.changes", scenario.changes()));
            changes.addClassName("quiet");
            below.add(changes);
        }
        return twoLines(link, below);
    }

    private Component trigger(ScenarioSummary scenario) {
        Span words = new Span(StartWords.of(scenario.startsBy(), getLocale()));
        words.addClassName("cut");
        words.setTitle(words.getText());
        return schedules
                .next(scenario.id())
                .map(at -> {
                    Span label = new Span(getTranslation("ui.scenarios.next"));
                    Div next = new Div(label, Times.moment(at));
                    next.addClassNames("quiet", "next-run");
                    return twoLines(words, next);
                })
                .orElseGet(() -> twoLines(words));
    }

    private Component lastRun(ScenarioSummary scenario) {
        return last(scenario)
                .<Component>map(run -> {
                    Span outcome = new Span(
                            getTranslation("ui.run.status." + run.status().word()));
                    outcome.addClassNames("outcome", run.status().word());
                    Span moment = Times.moment(run.startedAt());
                    moment.addClassName("quiet");
                    return twoLines(outcome, moment);
                })
                .orElseGet(() -> {
                    Span never = new Span(getTranslation("ui.scenarios.never"));
                    never.addClassName("quiet");
                    return never;
                });
    }

    private Component actions(ScenarioSummary scenario) {
        Div all = new Div(new LineMenu(getTranslation("ui.scenarios.actions.of", scenario.name()), menu -> {
            menu.item(
                    "refresh-cw",
                    getTranslation("ui.scenarios.see-runs"),
                    () -> go("runs", "scenario", scenario.id().toString()));
            menu.item(
                    "inbox",
                    getTranslation("ui.scenarios.see-incomplete"),
                    () -> go("inbox/incomplete", "scenario", scenario.id().toString()));
            if (scenario.startsBy() instanceof StartsBy.Webhook) {
                menu.item(
                        "webhook",
                        getTranslation("ui.scenarios.webhook"),
                        () -> getUI().ifPresent(ui -> ui.navigate("webhooks/" + scenario.id())));
            }
            menu.item(
                    "settings",
                    getTranslation("ui.scenarios.settings"),
                    () -> go("scenarios/" + scenario.id(), "panel", "settings"));
            menu.item(
                    "download",
                    getTranslation("ui.scenarios.export"),
                    () -> new ExportDialog(exports, scenario).open());
            if (current.may(Action.SCENARIO_EDIT)) {
                menu.item("copy-plus", getTranslation("ui.scenarios.duplicate"), () -> duplicate(scenario));
                menu.item("trash", getTranslation("ui.scenarios.delete"), () -> remove(scenario))
                        .addClassName("wrong");
            }
        }));
        all.addClassName("line-actions");
        return all;
    }

    private void go(String page, String parameter, String value) {
        getUI().ifPresent(ui -> ui.navigate(page, QueryParameters.of(parameter, value)));
    }

    private void duplicate(ScenarioSummary scenario) {
        scenarios.draft(scenario.id()).map(Draft::blueprint).ifPresent(blueprint -> {
            String name = getTranslation("ui.scenarios.copy", scenario.name());
            scenarios.create(
                    new NewScenario(Optional.of(name), Optional.of(blueprint), Optional.empty(), getLocale()),
                    author());
            Toast.show(getTranslation("ui.scenarios.duplicated", name));
            load(true);
        });
    }

    private void remove(ScenarioSummary scenario) {
        Buttons.confirm(
                getTranslation("ui.scenarios.delete.title", scenario.name()),
                getTranslation("ui.scenarios.delete.text"),
                getTranslation("ui.delete"),
                getTranslation("ui.cancel"),
                () -> {
                    scenarios.delete(scenario.id(), author());
                    Toast.show(getTranslation("ui.scenarios.deleted", scenario.name()));
                    load(true);
                });
    }

    private void searched() {
        QueryParameters query = search.isEmpty() ? QueryParameters.empty() : QueryParameters.of("q", search.getValue());
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location("scenarios", query)));
        load(true);
    }

    private void load(boolean fresh) {
        if (fresh) {
            shown.clear();
            newest.clear();
            cursor = Optional.empty();
        }
        Optional<String> text = Optional.of(search.getValue().strip()).filter(words -> !words.isEmpty());
        var page = scenarios.list(new ScenarioQuery(text, Optional.empty(), cursor, 50));
        shown.addAll(page.items());
        newest.putAll(
                runs.newestOf(page.items().stream().map(ScenarioSummary::id).toList(), Sparkline.MOST));
        cursor = page.next();
        list.setItems(List.copyOf(shown));
        list.setVisible(!shown.isEmpty());
        more.setVisible(cursor.isPresent());
        empty.setVisible(shown.isEmpty());
        if (text.isPresent()) {
            empty.say(getTranslation("ui.scenarios.none"));
        } else {
            empty.say(getTranslation("ui.scenarios.empty"), new Starters());
        }
    }

    private List<Run> newestOf(ScenarioSummary scenario) {
        return newest.getOrDefault(scenario.id(), List.of());
    }

    private Optional<Run> last(ScenarioSummary scenario) {
        return newestOf(scenario).stream().findFirst();
    }

    private static Div twoLines(Component... lines) {
        Div both = new Div(lines);
        both.addClassName("two-lines");
        return both;
    }

    private Author author() {
        User user = current.get();
        return new Author(user.id(), user.name());
    }
}
