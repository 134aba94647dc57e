package dev.tutti.ui;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.react.ReactAdapterComponent;

/** The editor of one scenario: a React island that talks to the REST API and to nothing else. */
@Tag("scenario-editor")
@JsModule("./scenario-editor.tsx")
class ScenarioEditor extends ReactAdapterComponent implements HasSize {

    private ScenarioEditor(String mode, String scenario) {
        setState("mode", mode);
        setState("scenario", scenario);
        setSizeFull();
    }

    /** The draft of a scenario, to work on. */
    static ScenarioEditor draft(String scenario) {
        return new ScenarioEditor("draft", scenario);
    }

    /** A published version, to read. */
    static ScenarioEditor version(String scenario, int version) {
        ScenarioEditor editor = new ScenarioEditor("version", scenario);
        editor.setState("version", version);
        return editor;
    }

    /** A run, painted on what ran. */
    static ScenarioEditor run(String scenario, String run) {
        ScenarioEditor editor = new ScenarioEditor("run", scenario);
        editor.setState("run", run);
        return editor;
    }
}
