package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.HookRules;
import dev.tutti.trigger.WebhookRules;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;

/** How many requests a webhook takes, how it knows repetitions, and how long it remembers them. */
class WebhookLimits extends WebhookForm {

    private static final String NONE = "none";
    private static final String HEADER = "header";
    private static final String PATH = "path";

    private final IntegerField perMinute = number("perMinute");
    private final IntegerField queueLimit = number("queueLimit");
    private final Select<String> dedup = new Select<>();
    private final TextField by = new TextField();
    private final Checkbox log = new Checkbox();
    private final IntegerField logDays = number("logDays");

    WebhookLimits(WebhookRules rules, ScenarioId scenario) {
        super(rules, scenario);
        HookRules now = rules();
        perMinute.setHelperText(getTranslation("ui.webhook.perMinute.help"));
        now.perMinute().ifPresent(perMinute::setValue);
        queueLimit.setValue(now.queueLimit());
        dedup.setLabel(getTranslation("ui.webhook.dedup"));
        dedup.setItems(NONE, HEADER, PATH);
        dedup.setItemLabelGenerator(word -> getTranslation("ui.webhook.dedup." + word));
        dedup.setWidthFull();
        by.setWidthFull();
        dedup.addValueChangeListener(change -> {
            boolean some = !change.getValue().equals(NONE);
            by.setVisible(some);
            by.setLabel(some ? getTranslation("ui.webhook.dedup.by." + change.getValue()) : "");
        });
        dedup.setValue(now.dedup()
                .map(known -> known.header().isEmpty() ? PATH : HEADER)
                .orElse(NONE));
        by.setVisible(now.dedup().isPresent());
        now.dedup().ifPresent(known -> by.setValue(known.header() + known.path()));
        log.setLabel(getTranslation("ui.webhook.log.keep"));
        log.setValue(now.log());
        logDays.setValue(now.logDays());
        field("perMinute", perMinute);
        field("queueLimit", queueLimit);
        field("dedup", by);
        field("logDays", logDays);
        Div grid = new Div(perMinute, queueLimit, dedup, by, logDays);
        grid.addClassName("form-grid");
        Button keep = new Button(getTranslation("ui.save"), _ -> store());
        add(grid, log, new Div(keep));
    }

    private IntegerField number(String key) {
        IntegerField field = new IntegerField(getTranslation("ui.webhook." + key));
        field.setMin(1);
        field.setWidthFull();
        return field;
    }

    private void store() {
        save(Fields.builder()
                .put("perMinute", whole(perMinute))
                .put("queueLimit", whole(queueLimit))
                .put("logDays", whole(logDays))
                .put("log", Bool.of(log.getValue()))
                .put(
                        "dedup",
                        dedup.getValue().equals(NONE)
                                ? Nothing.NULL
                                : Fields.of(
                                        dedup.getValue(), new Text(by.getValue().strip())))
                .build());
    }

    private static Value whole(IntegerField field) {
        return field.getValue() == null ? Nothing.NULL : Num.of(field.getValue());
    }
}
