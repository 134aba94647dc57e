package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.WebhookRules;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Structure;
import dev.tutti.value.StructureJson;

/** What a webhook's data looks like: learned from the next request, from a sample or written by hand; or not read at all. */
class WebhookData extends WebhookForm {

    private final WebhookRules rules;
    private final ScenarioId scenario;
    private final Checkbox passthrough = new Checkbox();
    private final Paragraph learning = new Paragraph();
    private final StructureEditor structure;

    WebhookData(WebhookRules rules, ScenarioId scenario) {
        super(rules, scenario);
        this.rules = rules;
        this.scenario = scenario;
        passthrough.setLabel(getTranslation("ui.webhook.passthrough"));
        passthrough.setHelperText(getTranslation("ui.webhook.passthrough.help"));
        passthrough.setValue(rules().passthrough());
        structure = new StructureEditor(rules().structure().orElse(Structure.EMPTY));
        learning.getElement().setAttribute("role", "status");
        Button learn = new Button(getTranslation("ui.webhook.learn"), Icons.of("circle-dot"), _ -> {
            rules.learn(scenario);
            draw();
        });
        Button refresh = new Button(getTranslation("ui.webhook.learned"), Icons.of("refresh-cw"), _ -> draw());
        Div tools = new Div(learn, refresh);
        tools.addClassName("one-line");
        Button keep = new Button(getTranslation("ui.save"), _ -> store());
        add(passthrough, tools, learning, structure, keep);
        draw();
    }

    private void draw() {
        WebhookRules.Ruled ruled = rules.of(scenario);
        structure.show(ruled.rules().structure().orElse(Structure.EMPTY));
        learning.setVisible(ruled.learningUntil().isPresent());
        ruled.learningUntil()
                .ifPresent(until -> learning.setText(getTranslation("ui.webhook.learning", Times.full(until))));
    }

    /** No field at all means that nothing is checked. */
    private void store() {
        structure
                .read()
                .ifPresent(read -> save(Fields.of(
                        "passthrough",
                        Bool.of(passthrough.getValue()),
                        "structure",
                        read.fields().isEmpty() ? Nothing.NULL : StructureJson.write(read))));
    }
}
