package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.NewScenario;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.User;
import jakarta.annotation.security.PermitAll;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a scenario and opens it. A starter is drawn by the editor, which also lets it listen at once. Whoever comes again within minutes without having touched it
 * gets the same one: reloading a page does not fill the list.
 */
@Route("scenarios/new")
@PermitAll
class NewScenarioView extends Div implements BeforeEnterObserver {

    private static final Set<String> STARTERS = Set.of("form", "morning");
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** The last one made in this browser. */
    private record Made(String starter, String scenario, long revision, Instant at) implements Serializable {}

    private final Scenarios scenarios;
    private final CurrentUser current;
    private final Clock clock;

    NewScenarioView(Scenarios scenarios, CurrentUser current, Clock clock) {
        this.scenarios = scenarios;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.require(Action.SCENARIO_EDIT);
        String starter = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("starter")
                .orElse("");
        String id = untouched(starter).orElseGet(() -> make(starter));
        event.forwardTo(
                ScenarioEditorView.class,
                new RouteParameters("scenario", id),
                STARTERS.contains(starter) ? QueryParameters.of("starter", starter) : QueryParameters.empty());
    }

    private Optional<String> untouched(String starter) {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Made.class))
                .filter(made -> made.starter().equals(starter))
                .filter(made -> made.at().plus(REMEMBERED).isAfter(clock.instant()))
                .filter(made -> ScenarioId.parse(made.scenario())
                        .flatMap(scenarios::find)
                        .filter(scenario -> scenario.revision() == made.revision())
                        .filter(scenario -> scenario.live().isEmpty())
                        .isPresent())
                .map(Made::scenario);
    }

    private String make(String starter) {
        User user = current.get();
        Optional<String> name =
                STARTERS.contains(starter) ? Optional.of(getTranslation("ui.starter." + starter)) : Optional.empty();
        NewScenario wish = new NewScenario(name, Optional.empty(), Optional.empty(), getLocale());
        ScenarioSummary made = scenarios.create(wish, new Author(user.id(), user.name()));
        String id = made.id().toString();
        VaadinSession.getCurrent().setAttribute(Made.class, new Made(starter, id, made.revision(), clock.instant()));
        return id;
    }
}
