package dev.tutti.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page that hosts the editor. */
@Route("scenarios")
@AnonymousAllowed
class ScenarioEditorView extends Composite<ScenarioEditor> implements HasUrlParameter<String> {

    @Override
    protected ScenarioEditor initContent() {
        return new ScenarioEditor();
    }

    @Override
    public void setParameter(BeforeEvent event, String scenario) {
        getContent().show(scenario);
        getContent().setSizeFull();
    }
}
