package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.tutti.run.Incomplete;
import dev.tutti.run.IncompleteQuery;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which incomplete runs to show: first those that still want something. All of it is in the page's address. */
class InboxFilters extends Div {

    private static final String OPEN = "open";
    private static final String ALL = "all";

    private final ScenarioChoice scenario;
    private final Select<String> state = new Select<>();

    InboxFilters(Scenarios scenarios, Runnable changed) {
        addClassName("filters");
        scenario = new ScenarioChoice(scenarios, changed);
        List<String> words = new ArrayList<>(List.of(OPEN));
        Stream.of(Incomplete.State.values()).map(Incomplete.State::word).forEach(words::add);
        words.add(ALL);
        state.setAriaLabel(getTranslation("ui.runs.status"));
        state.setItems(words);
        state.setItemLabelGenerator(word -> getTranslation("ui.inbox.state." + word));
        state.setValue(OPEN);
        state.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        add(scenario, state);
    }

    void read(QueryParameters query) {
        scenario.choose(query.getSingleParameter("scenario").flatMap(ScenarioId::parse));
        state.setValue(query.getSingleParameter("state")
                .filter(word -> state.getListDataView().contains(word))
                .orElse(OPEN));
    }

    Location location() {
        Map<String, String> query = new LinkedHashMap<>();
        scenario.only().ifPresent(id -> query.put("scenario", id.toString()));
        if (!state.getValue().equals(OPEN)) {
            query.put("state", state.getValue());
        }
        return new Location("inbox/incomplete", QueryParameters.simple(query));
    }

    boolean any() {
        return scenario.only().isPresent() || !state.getValue().equals(OPEN);
    }

    Optional<ScenarioId> scenario() {
        return scenario.only();
    }

    Set<Incomplete.State> states() {
        return switch (state.getValue()) {
            case OPEN -> IncompleteQuery.OPEN;
            case ALL -> Set.of();
            case String word ->
                Stream.of(Incomplete.State.values())
                        .filter(each -> each.word().equals(word))
                        .collect(java.util.stream.Collectors.toSet());
        };
    }
}
