package dev.tutti.ui;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.react.ReactAdapterComponent;

/** The editor of one scenario: a React island that talks to the REST API and to nothing else. */
@Tag("scenario-editor")
@JsModule("./scenario-editor.tsx")
class ScenarioEditor extends ReactAdapterComponent implements HasSize {

    ScenarioEditor(Island shows) {
        setState("shows", shows);
        setSizeFull();
    }

    /**
     * What the island shows.
     *
     * @param mode {@code draft}, {@code run} or {@code version}
     */
    record Island(String mode, String scenarioId, String runId, String version, String basePath) {

        static Island draft(String scenario) {
            return new Island("draft", scenario, "", "", "");
        }

        static Island version(String scenario, String version) {
            return new Island("version", scenario, "", version, "");
        }

        static Island run(String scenario, String run) {
            return new Island("run", scenario, run, "", "");
        }
    }
}
