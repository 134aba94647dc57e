package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.run.Incompletes;
import dev.tutti.run.Run;
import dev.tutti.run.RunId;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** One run, painted on the canvas of the version that ran. */
@Route("runs/:run([0-9]{1,19})")
@PermitAll
class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle, EditorPage {

    private final Runs runs;
    private final Incompletes incompletes;
    private final Scenarios scenarios;
    private final ModuleNames names;
    private final CurrentUser current;
    private String title = "Tutti";
    private boolean known;

    RunView(Runs runs, Incompletes incompletes, Scenarios scenarios, ModuleNames names, CurrentUser current) {
        this.runs = runs;
        this.incompletes = incompletes;
        this.scenarios = scenarios;
        this.names = names;
        this.current = current;
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
        add(new RunStrip(run.get(), runs, incompletes, replay(run.get())));
        add(ScenarioEditor.run(run.get().scenario().toString(), run.get().id().toString()));
    }

    private Button replay(Run run) {
        Author author = new Author(current.get().id(), current.get().name());
        Button replay = new Button(
                getTranslation("ui.replay"),
                Icons.of("rotate-ccw"),
                _ -> new ReplayDialog(runs, scenarios, names, author, run).open());
        replay.setVisible(current.may(Action.RUN_START));
        return replay;
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
