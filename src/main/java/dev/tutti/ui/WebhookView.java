package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.trigger.HookRequests;
import dev.tutti.trigger.WebhookRules;
import dev.tutti.trigger.Webhooks;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Settings;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** One webhook: who may call it, what its data looks like, what came in and what waits. */
@Route("webhooks/:scenario([0-9]{1,19})")
@PermitAll
class WebhookView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Webhooks webhooks;
    private final WebhookRules rules;
    private final HookRequests requests;
    private final Scenarios scenarios;
    private final Settings settings;
    private final CurrentUser current;
    private String title = "Tutti";

    WebhookView(
            Webhooks webhooks,
            WebhookRules rules,
            HookRequests requests,
            Scenarios scenarios,
            Settings settings,
            CurrentUser current) {
        this.webhooks = webhooks;
        this.rules = rules;
        this.requests = requests;
        this.scenarios = scenarios;
        this.settings = settings;
        this.current = current;
        addClassNames("page", "webhook");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<ScenarioSummary> scenario = Numbers.in(event.getRouteParameters(), "scenario")
                .map(ScenarioId::new)
                .flatMap(scenarios::find);
        removeAll();
        if (scenario.isEmpty()) {
            add(new Nowhere("ui.webhooks.unknown", WebhooksView.class, "ui.webhooks.unknown.go"));
            return;
        }
        ScenarioId id = scenario.get().id();
        title = scenario.get().name() + " · Tutti";
        boolean may = current.may(Action.SCENARIO_PUBLISH);
        Anchor editor = new Anchor("scenarios/" + id, getTranslation("ui.inbox.editor"));
        editor.addClassName("button-plain");
        PageHeader header = new PageHeader(scenario.get().name(), editor);
        header.below(WebhooksView.class, getTranslation("ui.nav.webhooks"));
        add(header, address(id));
        if (may) {
            add(
                    section("keys", new WebhookKeys(rules, id)),
                    section("access", new WebhookAccess(rules, id)),
                    section("data", new WebhookData(rules, id)),
                    section("limits", new WebhookLimits(rules, id)));
        }
        if (current.may(Action.RUN_READ)) {
            add(
                    section("queue", new WebhookQueue(requests, id, current.may(Action.RUN_START))),
                    section("log", new WebhookLog(requests, id)));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Component address(ScenarioId id) {
        String url = Addresses.base(settings) + webhooks.of(id).path();
        Button copy = Buttons.copy(getTranslation("ui.webhooks.copy"), url);
        Code text = new Code(url);
        text.addClassName("cut");
        Div both = new Div(text, copy);
        both.addClassNames("one-line", "page-lead");
        return both;
    }

    private Section section(String name, Component content) {
        Section section = new Section(
                new H2(getTranslation("ui.webhook." + name)),
                new Paragraph(getTranslation("ui.webhook." + name + ".lead")));
        section.add(content);
        section.addClassName("part");
        return section;
    }
}
