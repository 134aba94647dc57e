package dev.tutti.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.tutti.run.RunId;
import dev.tutti.run.RunQuery;
import dev.tutti.run.RunStatus;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioQuery;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which runs to show; all of it is in the page's address, so that it can be sent to somebody. */
class RunFilters extends Div {

    private static final int MOST_SCENARIOS = 200;

    /** How far back, by the word in the address. */
    private static final Map<String, Duration> BACK = new LinkedHashMap<>();

    static {
        BACK.put("hour", Duration.ofHours(1));
        BACK.put("day", Duration.ofDays(1));
        BACK.put("week", Duration.ofDays(7));
        BACK.put("month", Duration.ofDays(30));
    }

    private final Scenarios scenarios;
    private final Runnable changed;
    private final TextField search;
    private final MultiSelectComboBox<RunStatus> statuses = new MultiSelectComboBox<>();
    private final ComboBox<ScenarioSummary> scenario = new ComboBox<>();
    private final Select<String> since = new Select<>();
    private Optional<ScenarioId> only = Optional.empty();

    RunFilters(Scenarios scenarios, Runnable changed) {
        this.scenarios = scenarios;
        this.changed = changed;
        addClassName("filters");
        search = new SearchField(getTranslation("ui.runs.search"), _ -> changed.run());
        statuses.setPlaceholder(getTranslation("ui.runs.status.any"));
        statuses.setAriaLabel(getTranslation("ui.runs.status"));
        statuses.setItems(EnumSet.allOf(RunStatus.class));
        statuses.setItemLabelGenerator(status -> getTranslation("ui.run.status." + status.word()));
        statuses.addValueChangeListener(this::byHand);
        scenario.setPlaceholder(getTranslation("ui.runs.scenario.any"));
        scenario.setAriaLabel(getTranslation("ui.runs.scenario"));
        scenario.setClearButtonVisible(true);
        scenario.setItemLabelGenerator(ScenarioSummary::name);
        scenario.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                only = Optional.ofNullable(change.getValue()).map(ScenarioSummary::id);
                changed.run();
            }
        });
        since.setAriaLabel(getTranslation("ui.runs.since"));
        List<String> words = new ArrayList<>(List.of(""));
        words.addAll(BACK.keySet());
        since.setItems(words);
        since.setItemLabelGenerator(word -> getTranslation("ui.runs.since." + (word.isEmpty() ? "ever" : word)));
        since.setValue("");
        since.addValueChangeListener(this::byHand);
        add(search, statuses, scenario, since);
    }

    /** Takes over what the address says; what it does not know it leaves out. */
    void read(QueryParameters query) {
        only = query.getSingleParameter("scenario").flatMap(ScenarioId::parse);
        List<ScenarioSummary> known = new ArrayList<>(scenarios
                .list(new ScenarioQuery(Optional.empty(), Optional.empty(), Optional.empty(), MOST_SCENARIOS))
                .items());
        Optional<ScenarioSummary> chosen = only.flatMap(scenarios::find);
        chosen.filter(one -> known.stream().noneMatch(other -> other.id().equals(one.id())))
                .ifPresent(known::add);
        scenario.setItems(known);
        scenario.setValue(chosen.flatMap(one -> known.stream()
                        .filter(other -> other.id().equals(one.id()))
                        .findFirst())
                .orElse(null));
        search.setValue(query.getSingleParameter("q").orElse(""));
        Set<String> words = query.getSingleParameter("status").stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .collect(Collectors.toSet());
        statuses.setValue(EnumSet.allOf(RunStatus.class).stream()
                .filter(status -> words.contains(status.word()))
                .collect(Collectors.toSet()));
        since.setValue(
                query.getSingleParameter("since").filter(BACK::containsKey).orElse(""));
    }

    /** The page's address with these filters in it. */
    Location location() {
        Map<String, String> query = new LinkedHashMap<>();
        only.ifPresent(id -> query.put("scenario", id.toString()));
        text().ifPresent(words -> query.put("q", words));
        if (!statuses.isEmpty()) {
            query.put(
                    "status",
                    statuses.getValue().stream().map(RunStatus::word).sorted().collect(Collectors.joining(",")));
        }
        if (!since.getValue().isEmpty()) {
            query.put("since", since.getValue());
        }
        return new Location("runs", QueryParameters.simple(query));
    }

    boolean any() {
        return only.isPresent()
                || text().isPresent()
                || !statuses.isEmpty()
                || !since.getValue().isEmpty();
    }

    RunQuery query(Instant now, Optional<RunId> after, int limit) {
        Optional<Instant> from = Optional.ofNullable(BACK.get(since.getValue())).map(now::minus);
        return new RunQuery(only, statuses.getValue(), from, Optional.empty(), text(), after, limit);
    }

    private Optional<String> text() {
        return Optional.of(search.getValue().strip()).filter(words -> !words.isEmpty());
    }

    private void byHand(AbstractField.ComponentValueChangeEvent<?, ?> change) {
        if (change.isFromClient()) {
            changed.run();
        }
    }
}
