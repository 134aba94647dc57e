package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.HookRequests;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import java.util.List;

/** The requests that wait for their turn, the oldest first. */
class WebhookQueue extends Div {

    private static final int SHOWN = 20;

    private final HookRequests requests;
    private final ScenarioId scenario;
    private final boolean may;

    WebhookQueue(HookRequests requests, ScenarioId scenario, boolean may) {
        this.requests = requests;
        this.scenario = scenario;
        this.may = may;
        draw();
    }

    private void draw() {
        removeAll();
        int count = requests.waiting(scenario);
        Span waiting = new Span(getTranslation("ui.webhook.queue.count", count));
        Button drop = new Button(
                getTranslation("ui.webhook.queue.empty"),
                _ -> Buttons.confirm(
                        getTranslation("ui.webhook.queue.empty.title", count),
                        getTranslation("ui.webhook.queue.empty.text"),
                        getTranslation("ui.delete"),
                        getTranslation("ui.cancel"),
                        () -> {
                            requests.dropAll(scenario);
                            draw();
                        }));
        drop.setVisible(may && count > 0);
        Div head = new Div(waiting, drop);
        head.addClassName("one-line");
        add(head);
        requests.waiting(scenario, 0, SHOWN).forEach(request -> add(line(request)));
    }

    private Details line(HookRequests.Waiting request) {
        Div data = new Div(Json.writePretty(new Items(List.copyOf(request.bundles()))));
        data.addClassName("quoted");
        Details line = new Details(Times.precise(request.receivedAt()), data);
        if (may) {
            line.add(new Button(getTranslation("ui.delete"), _ -> {
                requests.drop(scenario, request.id());
                draw();
            }));
        }
        return line;
    }
}
