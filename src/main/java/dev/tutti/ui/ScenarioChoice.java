package dev.tutti.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioQuery;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One scenario to filter a list by, or none. A scenario that is gone may still be asked for. */
class ScenarioChoice extends ComboBox<ScenarioSummary> {

    private static final int MOST = 200;

    private final Scenarios scenarios;
    private Optional<ScenarioId> only = Optional.empty();

    ScenarioChoice(Scenarios scenarios, Runnable changed) {
        this.scenarios = scenarios;
        setPlaceholder(getTranslation("ui.runs.scenario.any"));
        setAriaLabel(getTranslation("ui.runs.scenario"));
        setClearButtonVisible(true);
        setItemLabelGenerator(ScenarioSummary::name);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                only = Optional.ofNullable(change.getValue()).map(ScenarioSummary::id);
                changed.run();
            }
        });
    }

    void choose(Optional<ScenarioId> wanted) {
        only = wanted;
        List<ScenarioSummary> known = new ArrayList<>(scenarios
                .list(new ScenarioQuery(Optional.empty(), Optional.empty(), Optional.empty(), MOST))
                .items());
        Optional<ScenarioSummary> chosen = only.flatMap(scenarios::find);
        chosen.filter(one -> known.stream().noneMatch(other -> other.id().equals(one.id())))
                .ifPresent(known::add);
        setItems(known);
        setValue(chosen.flatMap(one -> known.stream()
                        .filter(other -> other.id().equals(one.id()))
                        .findFirst())
                .orElse(null));
    }

    Optional<ScenarioId> only() {
        return only;
    }
}
