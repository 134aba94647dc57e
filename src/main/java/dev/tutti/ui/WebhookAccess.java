package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.outbound.Network;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.HookRules;
import dev.tutti.trigger.WebhookRules;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signature, user and password, and networks that a webhook asks of its callers. An empty part asks nothing. */
class WebhookAccess extends WebhookForm {

    private final TextField header = text("hmac.header");
    private final Select<String> algorithm = choice("hmac.algorithm", "sha256", "sha1", "sha512");
    private final Select<String> encoding = choice("hmac.encoding", "hex", "base64");
    private final TextField prefix = text("hmac.prefix");
    private final PasswordField secret = secret("hmac.secret");
    private final TextField user = text("basic.user");
    private final PasswordField password = secret("basic.password");
    private final TextArea networks = new TextArea();

    WebhookAccess(WebhookRules rules, ScenarioId scenario) {
        super(rules, scenario);
        networks.setLabel(getTranslation("ui.webhook.ip"));
        networks.setHelperText(getTranslation("ui.webhook.ip.help"));
        networks.setWidthFull();
        header.setPlaceholder("X-Hub-Signature-256");
        prefix.setPlaceholder("sha256=");
        HookRules now = rules();
        now.hmac().ifPresent(hmac -> {
            header.setValue(hmac.header());
            algorithm.setValue(hmac.algorithm().name().toLowerCase(Locale.ROOT));
            encoding.setValue(hmac.encoding().name().toLowerCase(Locale.ROOT));
            prefix.setValue(hmac.prefix());
            secret.setHelperText(getTranslation("ui.connections.secret.kept"));
        });
        now.basic().ifPresent(basic -> {
            user.setValue(basic.user());
            password.setHelperText(getTranslation("ui.connections.secret.kept"));
        });
        networks.setValue(now.ipAllow().stream().map(Network::toString).collect(Collectors.joining("\n")));
        field("ipAllow", networks);
        field("hmac.header", header);
        field("hmac.secret", secret);
        field("basic.user", user);
        field("basic.password", password);
        Button keep = new Button(getTranslation("ui.save"), _ -> store());
        add(grid(header, algorithm, encoding, prefix, secret), grid(user, password), grid(networks), keep);
    }

    private static Div grid(com.vaadin.flow.component.Component... fields) {
        Div grid = new Div(fields);
        grid.addClassName("form-grid");
        return grid;
    }

    private TextField text(String key) {
        TextField field = new TextField(getTranslation("ui.webhook." + key));
        field.setWidthFull();
        return field;
    }

    private PasswordField secret(String key) {
        PasswordField field = new PasswordField(getTranslation("ui.webhook." + key));
        field.setWidthFull();
        field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        return field;
    }

    private Select<String> choice(String key, String... words) {
        Select<String> field = new Select<>();
        field.setLabel(getTranslation("ui.webhook." + key));
        field.setItems(words);
        field.setItemLabelGenerator(word -> word.toUpperCase(Locale.ROOT));
        field.setValue(words[0]);
        field.setWidthFull();
        return field;
    }

    private void store() {
        List<Value> lines = Arrays.stream(networks.getValue().split("[\\s,;]+"))
                .filter(line -> !line.isEmpty())
                .<Value>map(Text::new)
                .toList();
        save(Fields.of("hmac", signature(), "basic", basic(), "ipAllow", new Items(lines)));
    }

    private Value signature() {
        if (header.getValue().isBlank() && secret.getValue().isEmpty()) {
            return Nothing.NULL;
        }
        Fields hmac = Fields.builder()
                .put("header", new Text(header.getValue().strip()))
                .put("algorithm", new Text(algorithm.getValue()))
                .put("encoding", new Text(encoding.getValue()))
                .put("prefix", new Text(prefix.getValue().strip()))
                .build();
        return given(secret).<Value>map(text -> hmac.with("secret", text)).orElse(hmac);
    }

    private Value basic() {
        if (user.getValue().isBlank() && password.getValue().isEmpty()) {
            return Nothing.NULL;
        }
        Fields basic = Fields.of("user", new Text(user.getValue().strip()));
        return given(password).<Value>map(text -> basic.with("password", text)).orElse(basic);
    }

    private static Optional<Text> given(PasswordField field) {
        return Optional.of(field.getValue()).filter(text -> !text.isEmpty()).map(Text::new);
    }
}
