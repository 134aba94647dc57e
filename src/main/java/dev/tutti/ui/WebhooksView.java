package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.tutti.run.Run;
import dev.tutti.run.Runs;
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
import java.util.Optional;

/** The addresses under which scenarios are called from outside. */
@Route("webhooks")
@PermitAll
class WebhooksView extends Div implements HasDynamicTitle {

    private record Line(Webhook webhook, ScenarioSummary scenario) {}

    private final Webhooks webhooks;
    private final Scenarios scenarios;
    private final Runs runs;
    private final Settings settings;
    private final CurrentUser current;
    private final Grid<Line> grid = new Grid<>();
    private final Paragraph empty = new Paragraph();

    WebhooksView(Webhooks webhooks, Scenarios scenarios, Runs runs, Settings settings, CurrentUser current) {
        this.webhooks = webhooks;
        this.scenarios = scenarios;
        this.runs = runs;
        this.settings = settings;
        this.current = current;
        addClassName("page");
        grid.addClassName("list");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(this::scenario)
                .setHeader(getTranslation("ui.webhooks.scenario"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::address)
                .setHeader(getTranslation("ui.webhooks.address"))
                .setFlexGrow(3);
        grid.addComponentColumn(line -> new ScenarioBadge(line.scenario()))
                .setHeader(getTranslation("ui.scenarios.status"))
                .setAutoWidth(true);
        grid.addColumn(this::last).setHeader(getTranslation("ui.webhooks.last")).setAutoWidth(true);
        grid.addComponentColumn(this::renew).setHeader("").setAutoWidth(true);
        empty.setText(getTranslation("ui.webhooks.empty"));
        empty.addClassName("empty");
        add(new PageHeader(getTranslation("ui.nav.webhooks")), grid, empty);
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
        List<Line> lines = webhooks.all().stream()
                .flatMap(hook -> scenarios.find(hook.scenario()).map(found -> new Line(hook, found)).stream())
                .toList();
        grid.setItems(lines);
        grid.setVisible(!lines.isEmpty());
        empty.setVisible(lines.isEmpty());
    }

    private Component scenario(Line line) {
        Anchor link =
                new Anchor("scenarios/" + line.scenario().id(), line.scenario().name());
        link.addClassName("strong");
        return link;
    }

    private Component address(Line line) {
        String url = base() + line.webhook().path();
        Code text = new Code(url);
        text.addClassName("cut");
        Button copy = new Button(Icons.of("copy"));
        copy.addThemeName("tertiary");
        copy.setAriaLabel(getTranslation("ui.webhooks.copy"));
        copy.addClickListener(_ -> {
            copy.getElement().executeJs("navigator.clipboard.writeText($0)", url);
            Notification.show(getTranslation("ui.copied"));
        });
        Div both = new Div(text, copy);
        both.addClassName("one-line");
        return both;
    }

    private String last(Line line) {
        Optional<Run> newest = runs.newest(line.scenario().id(), 1).stream().findFirst();
        return newest.map(run -> Times.full(run.startedAt(), getLocale())).orElse("–");
    }

    private Component renew(Line line) {
        Button renew = new Button(getTranslation("ui.webhooks.renew"));
        renew.addThemeName("tertiary");
        renew.setEnabled(current.may(Action.SCENARIO_PUBLISH));
        renew.addClickListener(_ -> {
            ConfirmDialog sure = new ConfirmDialog(
                    getTranslation("ui.webhooks.renew.title"),
                    getTranslation("ui.webhooks.renew.text"),
                    getTranslation("ui.webhooks.renew"),
                    _ -> {
                        webhooks.renew(line.scenario().id());
                        load();
                    });
            sure.setCancelable(true);
            sure.setCancelText(getTranslation("ui.cancel"));
            sure.open();
        });
        return new Span(renew);
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
