package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The page that hosts the editor: the draft of a scenario, or one of its versions to read. */
@Route("scenarios/:scenario([0-9]+)")
@RouteAlias("scenarios/:scenario([0-9]+)/versions/:version([0-9]{1,6})")
@PermitAll
class ScenarioEditorView extends Div implements BeforeEnterObserver, HasDynamicTitle, EditorPage {

    private final Scenarios scenarios;
    private String title = "Tutti";
    private boolean known;

    ScenarioEditorView(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("scenario").orElse("");
        Optional<ScenarioSummary> scenario = ScenarioId.parse(id).flatMap(scenarios::find);
        removeAll();
        Optional<Integer> version = event.getRouteParameters().get("version").map(Integer::valueOf);
        known = scenario.isPresent()
                && version.map(number ->
                                scenarios.version(scenario.get().id(), number).isPresent())
                        .orElse(true);
        setClassName("editor-host", known);
        if (!known) {
            add(new Nowhere("ui.scenario.unknown", ScenariosView.class, "ui.scenario.unknown.go"));
            return;
        }
        title = scenario.orElseThrow().name() + " · Tutti";
        add(version.map(number -> ScenarioEditor.version(id, number)).orElseGet(() -> ScenarioEditor.draft(id)));
    }

    @Override
    public boolean isCanvas() {
        return known;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
