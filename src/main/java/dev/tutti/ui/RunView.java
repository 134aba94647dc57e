package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.run.Run;
import dev.tutti.run.RunId;
import dev.tutti.run.Runs;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** One run, painted on the canvas of the version that ran. */
@Route("runs/:run([0-9]{1,18})")
@PermitAll
class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle, EditorPage {

    private final Runs runs;
    private String title = "Tutti";

    RunView(Runs runs) {
        this.runs = runs;
        addClassName("editor-host");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("run").orElse("0");
        Optional<Run> run = runs.find(RunId.parse(id));
        removeAll();
        if (run.isEmpty()) {
            add(new Nowhere("ui.run.unknown", RunsView.class, "ui.run.unknown.go"));
            return;
        }
        title = getTranslation("ui.run.title", run.get().scenarioName()) + " · Tutti";
        add(ScenarioEditor.run(run.get().scenario().toString(), id));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
