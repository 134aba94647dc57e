package dev.tutti.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.tutti.run.RunId;
import dev.tutti.run.RunPage;
import dev.tutti.run.RunQuery;
import dev.tutti.run.RunSearch;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.scenario.ScenarioId;
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

    /** How far back, by the word in the address. */
    private static final Map<String, Duration> BACK = new LinkedHashMap<>();

    static {
        BACK.put("hour", Duration.ofHours(1));
        BACK.put("day", Duration.ofDays(1));
        BACK.put("week", Duration.ofDays(7));
        BACK.put("month", Duration.ofDays(30));
    }

    private static final String DATA = "data";

    private final Runnable changed;
    private final TextField search;
    private final MultiSelectComboBox<RunStatus> statuses = new MultiSelectComboBox<>();
    private final Select<String> where = new Select<>();
    private final ScenarioChoice scenario;
    private final Select<String> since = new Select<>();

    RunFilters(Scenarios scenarios, Runnable changed) {
        this.changed = changed;
        addClassName("filters");
        search = new SearchField(getTranslation("ui.runs.search"), _ -> changed.run());
        statuses.setPlaceholder(getTranslation("ui.runs.status.any"));
        statuses.setAriaLabel(getTranslation("ui.runs.status"));
        statuses.setItems(EnumSet.allOf(RunStatus.class));
        statuses.setItemLabelGenerator(status -> getTranslation("ui.run.status." + status.word()));
        statuses.addValueChangeListener(this::byHand);
        scenario = new ScenarioChoice(scenarios, changed);
        where.setAriaLabel(getTranslation("ui.runs.where"));
        where.setItems("", DATA);
        where.setItemLabelGenerator(word -> getTranslation("ui.runs.where." + (word.isEmpty() ? "names" : word)));
        where.setValue("");
        where.addValueChangeListener(this::byHand);
        since.setAriaLabel(getTranslation("ui.runs.since"));
        List<String> words = new ArrayList<>(List.of(""));
        words.addAll(BACK.keySet());
        since.setItems(words);
        since.setItemLabelGenerator(word -> getTranslation("ui.runs.since." + (word.isEmpty() ? "ever" : word)));
        since.setValue("");
        since.addValueChangeListener(this::byHand);
        add(search, where, statuses, scenario, since);
    }

    /** Takes over what the address says; what it does not know it leaves out. */
    void read(QueryParameters query) {
        scenario.choose(query.getSingleParameter("scenario").flatMap(ScenarioId::parse));
        where.setValue(query.getSingleParameter("in").filter(DATA::equals).orElse(""));
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
        scenario.only().ifPresent(id -> query.put("scenario", id.toString()));
        text().ifPresent(words -> query.put("q", words));
        if (inData()) {
            query.put("in", DATA);
        }
        if (!statuses.isEmpty()) {
            query.put("status", words());
        }
        if (!since.getValue().isEmpty()) {
            query.put("since", since.getValue());
        }
        return new Location("runs", QueryParameters.simple(query));
    }

    boolean any() {
        return scenario.only().isPresent()
                || text().isPresent()
                || !statuses.isEmpty()
                || !since.getValue().isEmpty();
    }

    RunQuery query(Instant now, Optional<RunId> after, int limit) {
        Optional<Instant> from = Optional.ofNullable(BACK.get(since.getValue())).map(now::minus);
        Optional<String> names = inData() ? Optional.empty() : text();
        return new RunQuery(scenario.only(), statuses.getValue(), from, Optional.empty(), names, after, limit);
    }

    Optional<ScenarioId> scenario() {
        return scenario.only();
    }

    /** Whether the words are looked for in inputs and outputs. */
    boolean inData() {
        return where.getValue().equals(DATA);
    }

    /** A page of what is to be shown. */
    RunPage page(Runs runs, RunSearch search, RunQuery query) {
        return inData() ? search.find(query, text().orElse("")) : runs.list(query);
    }

    /** Where the same runs are had as a table. */
    String table(Instant now) {
        Map<String, String> query = new LinkedHashMap<>();
        scenario.only().ifPresent(id -> query.put("scenario", id.toString()));
        text().ifPresent(words -> query.put("text", words));
        if (inData()) {
            query.put("in", DATA);
        }
        if (!statuses.isEmpty()) {
            query.put("status", words());
        }
        Optional.ofNullable(BACK.get(since.getValue()))
                .ifPresent(back -> query.put("from", now.minus(back).toString()));
        if (getLocale().getLanguage().equals("fr")) {
            query.put("separator", "semicolon");
        }
        return new Location("api/v1/runs.csv", QueryParameters.simple(query)).getPathWithQueryParameters();
    }

    private String words() {
        return statuses.getValue().stream().map(RunStatus::word).sorted().collect(Collectors.joining(","));
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
