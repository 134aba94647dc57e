package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.tutti.run.Run;
import dev.tutti.run.Runs;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.trigger.Webhook;
import dev.tutti.trigger.Webhooks;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Settings;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses under which scenarios are called from outside. */
@Route("webhooks")
@PermitAll
class WebhooksView extends Div implements HasDynamicTitle {

    private record Line(Webhook webhook, ScenarioSummary scenario, Optional<Run> last) {}

    private final Webhooks webhooks;
    private final Scenarios scenarios;
    private final Runs runs;
    private final Settings settings;
    private final boolean may;
    private final Listing<Line> list = new Listing<>(getTranslation("ui.nav.webhooks"));
    private final Emptiness empty = new Emptiness("webhook");

    WebhooksView(Webhooks webhooks, Scenarios scenarios, Runs runs, Settings settings, CurrentUser current) {
        this.webhooks = webhooks;
        this.scenarios = scenarios;
        this.runs = runs;
        this.settings = settings;
        this.may = current.may(Action.SCENARIO_PUBLISH);
        addClassNames("page", "list-page");
        list.wide(getTranslation("ui.webhooks.scenario"), 1, WebhooksView::scenario);
        list.wide(getTranslation("ui.webhooks.address"), 2, this::address);
        list.narrow(
                getTranslation("ui.scenarios.status"), 140, line -> new ScenarioBadge(line.scenario(), line.last()));
        list.narrow(getTranslation("ui.webhooks.last"), 160, this::last);
        list.actions(64, this::renew);
        list.opens(line -> getUI().ifPresent(
                        ui -> ui.navigate("scenarios/" + line.scenario().id())));
        empty.say(getTranslation("ui.webhooks.empty"));
        add(new PageHeader(getTranslation("ui.nav.webhooks")), list, empty);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.webhooks") + " · Tutti";
    }

    private void load() {
        List<Webhook> hooks = webhooks.all();
        Map<ScenarioId, List<Run>> last =
                runs.newestOf(hooks.stream().map(Webhook::scenario).distinct().toList(), 1);
        List<Line> lines = hooks.stream()
                .flatMap(hook -> scenarios
                        .find(hook.scenario())
                        .map(found -> new Line(
                                hook,
                                found,
                                last.getOrDefault(found.id(), List.of()).stream()
                                        .findFirst()))
                        .stream())
                .toList();
        list.setItems(lines);
        list.setVisible(!lines.isEmpty());
        empty.setVisible(lines.isEmpty());
    }

    private static Component scenario(Line line) {
        Anchor link =
                new Anchor("scenarios/" + line.scenario().id(), line.scenario().name());
        link.addClassNames("strong", "cut");
        link.setTitle(line.scenario().name());
        return link;
    }

    private Component address(Line line) {
        String url = base() + line.webhook().path();
        Code text = new Code(url);
        text.addClassName("cut");
        text.setTitle(url);
        Button copy = Buttons.copy(
                getTranslation("ui.webhooks.copy.of", line.scenario().name()), url);
        Div both = new Div(text, copy);
        both.addClassName("one-line");
        return both;
    }

    private Component last(Line line) {
        return line.last().<Component>map(run -> Times.moment(run.startedAt())).orElseGet(() -> {
            Span never = new Span(getTranslation("ui.webhooks.never"));
            never.addClassName("quiet");
            return never;
        });
    }

    private Component renew(Line line) {
        Button renew = Buttons.icon(
                "rotate-ccw",
                getTranslation("ui.webhooks.renew.of", line.scenario().name()),
                () -> Buttons.confirm(
                        getTranslation("ui.webhooks.renew.title"),
                        getTranslation("ui.webhooks.renew.text"),
                        getTranslation("ui.webhooks.renew"),
                        getTranslation("ui.cancel"),
                        () -> {
                            webhooks.renew(line.scenario().id());
                            Toast.show(getTranslation("ui.webhooks.renewed"));
                            load();
                        }));
        Div all = new Div(renew);
        all.addClassName("line-actions");
        all.setVisible(may);
        return all;
    }

    /** Where people reach Tutti: what the owner set, else the address of this very request. */
    private String base() {
        return settings.publicUrl().map(URI::toString).orElseGet(() -> {
            var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
            int port = request.getServerPort();
            boolean usual = port == (request.isSecure() ? 443 : 80);
            return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
        });
    }
}
