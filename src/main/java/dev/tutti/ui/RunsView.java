package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.tutti.run.Run;
import dev.tutti.run.RunId;
import dev.tutti.run.RunPage;
import dev.tutti.run.RunQuery;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.scenario.ScenarioId;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The runs of all scenarios or of one, newest first; new ones appear within a second. */
@Route("runs")
@PermitAll
class RunsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int REFRESH_MILLIS = 1000;
    private static final int PAGE = 50;

    private final Runs runs;
    private final TextField search = new TextField();
    private final MultiSelectComboBox<RunStatus> statuses = new MultiSelectComboBox<>();
    private final Grid<Run> grid = new Grid<>();
    private final Button more = new Button();
    private final Paragraph empty = new Paragraph();
    private List<Run> shown = List.of();
    private int wanted = PAGE;
    private Optional<ScenarioId> scenario = Optional.empty();
    private @Nullable Registration polling;

    RunsView(Runs runs) {
        this.runs = runs;
        addClassName("page");
        search.setPlaceholder(getTranslation("ui.runs.search"));
        search.setAriaLabel(getTranslation("ui.runs.search"));
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filtered(change.isFromClient()));
        statuses.setPlaceholder(getTranslation("ui.runs.status"));
        statuses.setAriaLabel(getTranslation("ui.runs.status"));
        statuses.setItems(EnumSet.allOf(RunStatus.class));
        statuses.setItemLabelGenerator(status -> getTranslation("ui.run.status." + status.word()));
        statuses.addValueChangeListener(change -> filtered(change.isFromClient()));
        Div filters = new Div(search, statuses);
        filters.addClassName("filters");
        columns();
        more.setText(getTranslation("ui.more"));
        more.addClickListener(_ -> {
            wanted += PAGE;
            load();
        });
        empty.addClassName("empty");
        add(new PageHeader(getTranslation("ui.nav.runs")), filters, grid, more, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        scenario = query.getSingleParameter("scenario").flatMap(ScenarioId::parse);
        search.setValue(query.getSingleParameter("q").orElse(""));
        Set<String> words = query.getSingleParameter("status").stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .collect(Collectors.toSet());
        statuses.setValue(EnumSet.allOf(RunStatus.class).stream()
                .filter(status -> words.contains(status.word()))
                .collect(Collectors.toSet()));
        load();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(REFRESH_MILLIS);
        polling = event.getUI().addPollListener(_ -> load());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.runs") + " · Tutti";
    }

    private void columns() {
        grid.addClassName("list");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(run -> new StatusBadge(run.status()))
                .setHeader(getTranslation("ui.runs.status"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("ui.runs.scenario"))
                .setFlexGrow(2);
        grid.addColumn(run -> getTranslation("ui.trigger." + run.cause().word()))
                .setHeader(getTranslation("ui.runs.trigger"))
                .setAutoWidth(true);
        grid.addColumn(run -> Times.full(run.startedAt(), getLocale()))
                .setHeader(getTranslation("ui.runs.started"))
                .setAutoWidth(true);
        grid.addColumn(run ->
                        run.took().map(time -> Times.length(time, getLocale())).orElse("…"))
                .setHeader(getTranslation("ui.runs.duration"))
                .setAutoWidth(true);
        grid.addColumn(Run::operations)
                .setHeader(getTranslation("ui.runs.operations"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::error)
                .setHeader(getTranslation("ui.runs.error"))
                .setFlexGrow(2);
    }

    private Component name(Run run) {
        Anchor link = new Anchor("runs/" + run.id(), run.scenarioName());
        link.addClassName("strong");
        Span version = new Span(
                run.version().isPresent() && !run.test()
                        ? "v" + run.version().getAsInt()
                        : getTranslation("ui.run.test"));
        version.addClassName("quiet");
        Div both = new Div(link, version);
        both.addClassName("one-line");
        return both;
    }

    private Component error(Run run) {
        Span text = new Span(run.error().map(error -> error.message()).orElse(""));
        text.addClassName("cut");
        text.setTitle(text.getText());
        return text;
    }

    private void filtered(boolean byHand) {
        if (!byHand) {
            return;
        }
        wanted = PAGE;
        Map<String, String> query = new LinkedHashMap<>();
        scenario.ifPresent(id -> query.put("scenario", id.toString()));
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (!statuses.isEmpty()) {
            query.put(
                    "status",
                    statuses.getValue().stream().map(RunStatus::word).sorted().collect(Collectors.joining(",")));
        }
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location("runs", QueryParameters.simple(query))));
        load();
    }

    private void load() {
        List<Run> found = new ArrayList<>();
        Optional<RunId> after = Optional.empty();
        Optional<String> text = Optional.of(search.getValue().strip()).filter(words -> !words.isEmpty());
        boolean further;
        do {
            RunPage page = runs.list(new RunQuery(
                    scenario,
                    statuses.getValue(),
                    Optional.empty(),
                    Optional.empty(),
                    text,
                    after,
                    Math.min(200, wanted - found.size())));
            found.addAll(page.items());
            after = page.next();
            further = after.isPresent();
        } while (further && found.size() < wanted);
        more.setVisible(further);
        if (!found.equals(shown)) {
            shown = List.copyOf(found);
            grid.setItems(shown);
        }
        grid.setVisible(!shown.isEmpty());
        empty.setVisible(shown.isEmpty());
        empty.setText(getTranslation(text.isPresent() || !statuses.isEmpty() ? "ui.runs.none" : "ui.runs.empty"));
    }
}
