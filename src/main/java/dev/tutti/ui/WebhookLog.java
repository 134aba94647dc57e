package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.HookRequests;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Optional;

/** The requests of a webhook and how they were answered, the newest first. */
class WebhookLog extends Div {

    private static final int PAGE = 50;
    private static final int FIRST_ERROR = 400;
    private static final int HIGHEST = 999;

    private final HookRequests requests;
    private final ScenarioId scenario;
    private final Select<String> outcome = new Select<>();
    private final Div lines = new Div();
    private final Button more = new Button();
    private Optional<Long> last = Optional.empty();

    WebhookLog(HookRequests requests, ScenarioId scenario) {
        this.requests = requests;
        this.scenario = scenario;
        outcome.setAriaLabel(getTranslation("ui.webhook.log.outcome"));
        outcome.setWidth("220px");
        outcome.setItems("all", "ok", "error");
        outcome.setItemLabelGenerator(word -> getTranslation("ui.webhook.log." + word));
        outcome.setValue("all");
        outcome.addValueChangeListener(_ -> load(true));
        Button refresh = Buttons.icon("refresh-cw", getTranslation("ui.webhook.log.refresh"), () -> load(true));
        Div tools = new Div(outcome, refresh);
        tools.addClassName("one-line");
        more.setText(getTranslation("ui.more"));
        more.addClickListener(_ -> load(false));
        add(tools, lines, more);
        load(true);
    }

    private void load(boolean fresh) {
        if (fresh) {
            lines.removeAll();
            last = Optional.empty();
        }
        boolean errors = outcome.getValue().equals("error");
        List<HookRequests.Logged> found = requests.list(new HookRequests.Query(
                scenario,
                errors ? FIRST_ERROR : 0,
                outcome.getValue().equals("ok") ? FIRST_ERROR - 1 : HIGHEST,
                Optional.empty(),
                Optional.empty(),
                last,
                PAGE));
        found.forEach(request -> lines.add(line(request)));
        more.setVisible(found.size() == PAGE);
        if (!found.isEmpty()) {
            last = Optional.of(found.getLast().id());
        } else if (fresh) {
            Paragraph none = new Paragraph(getTranslation("ui.webhook.log.none"));
            none.addClassName("quiet");
            lines.add(none);
        }
    }

    private Details line(HookRequests.Logged request) {
        Span method = new Span(request.entry().get("method") instanceof Text(String text) ? text : "");
        method.addClassName("strong");
        Div head = new Div(
                ImportView.badge(
                        request.status() < FIRST_ERROR ? "success" : "error", String.valueOf(request.status())),
                method,
                Times.precise(request.at()));
        head.addClassName("one-line");
        Div raw = new Div(Json.writePretty(request.entry()));
        raw.addClassName("quoted");
        Details line = new Details(head, raw);
        request.run().ifPresent(run -> line.add(new Anchor("runs/" + run, getTranslation("ui.inbox.run"))));
        return line;
    }
}
