package dev.tutti.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.HookRules;
import dev.tutti.trigger.HookRulesPatch;
import dev.tutti.trigger.WebhookRules;
import dev.tutti.value.Fields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A part of a webhook's rules: what is wrong stands at its field. */
abstract class WebhookForm extends Div {

    private final WebhookRules rules;
    private final ScenarioId scenario;
    private final Map<String, HasValidation> fields = new HashMap<>();

    WebhookForm(WebhookRules rules, ScenarioId scenario) {
        this.rules = rules;
        this.scenario = scenario;
    }

    HookRules rules() {
        return rules.of(scenario).rules();
    }

    /** Says where the message about a part of the rules is to stand. */
    void field(String name, HasValidation field) {
        fields.put(name, field);
    }

    /** Stores a change; what is not named stays. Returns the keys that were made, empty when it was refused. */
    Optional<Map<String, String>> change(Fields patch) {
        fields.values().forEach(field -> field.setInvalid(false));
        return switch (rules.change(scenario, patch)) {
            case HookRulesPatch.Patched.Done(HookRules _, Map<String, String> made) -> Optional.of(made);
            case HookRulesPatch.Patched.Wrong(String name, var said) -> {
                HasValidation field = fields.get(name);
                if (field == null) {
                    Toast.show(said.in(getLocale()));
                } else {
                    field.setErrorMessage(said.in(getLocale()));
                    field.setInvalid(true);
                }
                yield Optional.empty();
            }
        };
    }

    void save(Fields patch) {
        change(patch).ifPresent(_ -> Toast.show(getTranslation("ui.saved")));
    }
}
