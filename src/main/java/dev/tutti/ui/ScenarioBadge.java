package dev.tutti.ui;

import com.vaadin.flow.component.html.Span;
import dev.tutti.scenario.ScenarioSummary;

/** Whether a scenario is live, off, or only a draft. */
class ScenarioBadge extends Span {

    ScenarioBadge(ScenarioSummary scenario) {
        String state = scenario.live().isEmpty() ? "draft" : scenario.on() ? "on" : "off";
        addClassNames("badge", state);
        String version = scenario.live()
                .map(live -> String.valueOf(live.number().orElse(0)))
                .orElse("");
        setText(getTranslation("ui.scenario.state." + state, version));
    }
}
