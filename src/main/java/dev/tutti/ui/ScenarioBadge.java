package dev.tutti.ui;

import com.vaadin.flow.component.html.Span;
import dev.tutti.run.Run;
import dev.tutti.run.RunStatus;
import dev.tutti.scenario.ScenarioSummary;
import java.util.Optional;

/** Whether a scenario is live, failing, off, or only a draft. */
class ScenarioBadge extends Span {

    /** @param newest its last run; only a live scenario can be failing */
    ScenarioBadge(ScenarioSummary scenario, Optional<Run> newest) {
        boolean failed = newest.filter(run -> run.status() == RunStatus.ERROR).isPresent();
        String state = scenario.live().isEmpty() ? "draft" : !scenario.on() ? "off" : failed ? "failing" : "on";
        addClassNames("badge", state);
        if (state.equals("on")) {
            Span dot = new Span();
            dot.addClassName("dot");
            add(dot);
        } else {
            add(Icons.of(
                    switch (state) {
                        case "draft" -> "pencil";
                        case "off" -> "circle-pause";
                        default -> "triangle-alert";
                    }));
        }
        String version = scenario.live()
                .map(live -> String.valueOf(live.number().orElse(0)))
                .orElse("");
        add(new Span(getTranslation("ui.scenario.state." + state, version)));
    }
}
