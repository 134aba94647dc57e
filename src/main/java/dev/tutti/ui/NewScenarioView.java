package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.NewScenario;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.User;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Makes a scenario, empty or from a starter, and opens it. */
@Route("scenarios/new")
@PermitAll
class NewScenarioView extends Div implements BeforeEnterObserver {

    private final Scenarios scenarios;
    private final CurrentUser current;

    NewScenarioView(Scenarios scenarios, CurrentUser current) {
        this.scenarios = scenarios;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.require(Action.SCENARIO_EDIT);
        User user = current.get();
        Optional<NewScenario.Starter> starter = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("starter")
                .flatMap(NewScenarioView::starter);
        NewScenario wish = new NewScenario(Optional.empty(), Optional.empty(), starter, getLocale());
        ScenarioId made =
                scenarios.create(wish, new Author(user.id(), user.name())).id();
        event.forwardTo(ScenarioEditorView.class, new RouteParameters("scenario", made.toString()));
    }

    private static Optional<NewScenario.Starter> starter(String name) {
        return switch (name) {
            case "form" -> Optional.of(NewScenario.Starter.FORM);
            case "morning" -> Optional.of(NewScenario.Starter.MORNING);
            default -> Optional.empty();
        };
    }
}
