package dev.tutti.ui;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.react.ReactAdapterComponent;

/** The editor of one scenario: a React island that talks to the REST API and to nothing else. */
@Tag("scenario-editor")
@JsModule("./scenario-editor.tsx")
class ScenarioEditor extends ReactAdapterComponent implements HasSize {

    /** Shows the scenario of this id. */
    void show(String scenario) {
        setState("scenario", scenario);
    }
}
