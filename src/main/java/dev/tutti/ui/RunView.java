package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.run.Incompletes;
import dev.tutti.run.Run;
import dev.tutti.run.RunId;
import dev.tutti.run.Runs;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** One run, painted on the canvas of the version that ran. */
@Route("runs/:run([0-9]{1,19})")
@PermitAll
class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle, EditorPage {

    private final Runs runs;
    private final Incompletes incompletes;
    private String title = "Tutti";
    private boolean known;

    RunView(Runs runs, Incompletes incompletes) {
        this.runs = runs;
        this.incompletes = incompletes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Run> run =
                Numbers.in(event.getRouteParameters(), "run").map(RunId::new).flatMap(runs::find);
        removeAll();
        known = run.isPresent();
        setClassName("editor-host", known);
        if (run.isEmpty()) {
            add(new Nowhere("ui.run.unknown", RunsView.class, "ui.run.unknown.go"));
            return;
        }
        title = getTranslation("ui.run.title", run.get().scenarioName()) + " · Tutti";
        setClassName("with-strip", true);
        add(new RunStrip(run.get(), runs, incompletes));
        add(ScenarioEditor.run(run.get().scenario().toString(), run.get().id().toString()));
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
