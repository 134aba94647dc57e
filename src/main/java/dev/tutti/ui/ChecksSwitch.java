package dev.tutti.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.CheckRuns;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/** How often one scenario looked for something new and found nothing: hidden at first, for it is no run. */
class ChecksSwitch extends Div {

    private static final int DAYS = 7;

    private final CheckRuns checks;
    private final Checkbox shown = new Checkbox();
    private final Div days = new Div();
    private Optional<ScenarioId> scenario = Optional.empty();

    ChecksSwitch(CheckRuns checks) {
        this.checks = checks;
        addClassNames("checks", "fact-line");
        shown.setLabel(getTranslation("ui.runs.checks"));
        shown.addClassName("switch");
        shown.addValueChangeListener(_ -> draw());
        days.addClassName("fact-line");
        add(shown, days);
        setVisible(false);
    }

    /** Without a scenario, or for one that never found nothing, there is no switch. */
    void of(Optional<ScenarioId> chosen) {
        scenario = chosen;
        draw();
    }

    private void draw() {
        List<CheckRuns.Day> found = scenario.map(id -> checks.of(id, DAYS)).orElse(List.of());
        setVisible(!found.isEmpty());
        days.removeAll();
        days.setVisible(shown.getValue());
        for (CheckRuns.Day day : found) {
            String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(getLocale())
                    .format(day.day());
            days.add(new Span(getTranslation("ui.runs.checks.day", date, day.checks())));
        }
    }
}
