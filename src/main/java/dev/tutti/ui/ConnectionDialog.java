package dev.tutti.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.connection.Connection;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a connection, or changes one. A secret left empty stays as it is. */
class ConnectionDialog extends Dialog {

    private static final Map<ConnectionType, List<String>> FIELDS = Map.of(
            ConnectionType.API_KEY, List.of("place", "name", "value"),
            ConnectionType.BASIC, List.of("user", "password"),
            ConnectionType.BEARER, List.of("token"),
            ConnectionType.OAUTH2,
                    List.of("grant", "authorizeUrl", "tokenUrl", "clientId", "secret", "scope", "clientAuth"),
            ConnectionType.KEY, List.of("value", "encoding"),
            ConnectionType.SMTP, List.of("host", "port", "security", "user", "password", "from"),
            ConnectionType.IMAP, List.of("host", "port", "security", "user", "password"),
            ConnectionType.DATABASE, List.of("product", "host", "port", "encryption", "database", "user", "password"),
            ConnectionType.FILE_SERVER,
                    List.of("protocol", "host", "port", "user", "password", "privateKey", "fingerprint"));

    private static final Map<ConnectionType, String> PORTS = Map.of(
            ConnectionType.SMTP, "587",
            ConnectionType.IMAP, "993",
            ConnectionType.DATABASE, "5432",
            ConnectionType.FILE_SERVER, "22");

    private static final Map<String, List<String>> CHOICES = Map.of(
            "place", List.of("header", "query"),
            "security", List.of("starttls", "tls", "none"),
            "grant", List.of("client_credentials", "authorization_code"),
            "clientAuth", List.of("header", "body"),
            "encoding", List.of("text", "hex", "base64"),
            "product", List.of("postgresql", "mariadb"),
            "encryption", List.of("tls", "verified", "none"),
            "protocol", List.of("sftp", "ftps", "ftp"));

    private static final Set<String> SECRETS = Set.of("value", "password", "token", "secret", "privateKey");

    private final Connections connections;
    private final Optional<Connection> old;
    private final Runnable done;
    private final TextField name = new TextField();
    private final Select<ConnectionType> type = new Select<>();
    private final Div form = new Div();
    private final Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();

    ConnectionDialog(Connections connections, Optional<Connection> old, Runnable done) {
        this.connections = connections;
        this.old = old;
        this.done = done;
        setHeaderTitle(getTranslation(old.isPresent() ? "ui.connections.edit" : "ui.connections.add"));
        setWidth("480px");
        name.setLabel(getTranslation("ui.connections.name"));
        name.setWidthFull();
        old.ifPresent(connection -> name.setValue(connection.name()));
        type.setLabel(getTranslation("ui.connections.type"));
        type.setItems(ConnectionType.values());
        type.setItemLabelGenerator(each -> getTranslation("ui.connections.type." + each.code()));
        type.setWidthFull();
        type.addValueChangeListener(change -> draw(change.getValue()));
        form.addClassName("dialog-form");
        Div all = new Div(name, type, form);
        all.addClassName("dialog-form");
        add(all);
        type.setValue(old.map(Connection::type).orElse(ConnectionType.API_KEY));
        type.setReadOnly(old.isPresent());
        Button keep = new Button(getTranslation("ui.save"), _ -> store());
        keep.addThemeName("primary");
        Buttons.submits(keep, name);
        getFooter().add(new Button(getTranslation("ui.cancel"), _ -> close()), keep);
        name.focus();
    }

    private void draw(ConnectionType chosen) {
        form.removeAll();
        fields.clear();
        for (String key : FIELDS.getOrDefault(chosen, List.of())) {
            AbstractField<?, String> field = field(key);
            if (key.equals("port")) {
                field.setValue(PORTS.getOrDefault(chosen, ""));
            }
            old.map(connection -> connection.shown().get(key)).ifPresent(field::setValue);
            fields.put(key, field);
            form.add((Component) field);
        }
    }

    private AbstractField<?, String> field(String key) {
        String label = getTranslation("ui.connections.field." + key);
        if (CHOICES.containsKey(key)) {
            Select<String> choice = new Select<>();
            choice.setLabel(label);
            List<String> choices = CHOICES.getOrDefault(key, List.of());
            choice.setItems(choices);
            choice.setItemLabelGenerator(each -> getTranslation("ui.connections.choice." + each));
            choice.setValue(choices.getFirst());
            choice.setWidthFull();
            return choice;
        }
        if (key.equals("privateKey")) {
            // Of several lines, which a password field would join.
            TextArea secret = new TextArea(label);
            secret.setWidthFull();
            old.ifPresent(_ -> secret.setHelperText(getTranslation("ui.connections.secret.kept")));
            return secret;
        }
        if (SECRETS.contains(key)) {
            PasswordField secret = new PasswordField(label);
            secret.setWidthFull();
            old.ifPresent(_ -> secret.setHelperText(getTranslation("ui.connections.secret.kept")));
            return secret;
        }
        TextField text = new TextField(label);
        text.setWidthFull();
        if (key.equals("fingerprint")) {
            text.setHelperText(getTranslation("ui.connections.fingerprint.help"));
        }
        return text;
    }

    private void store() {
        name.setInvalid(false);
        if (name.getValue().isBlank()) {
            name.setErrorMessage(getTranslation("ui.connections.name.required"));
            name.setInvalid(true);
            return;
        }
        Map<String, String> values = new HashMap<>();
        fields.forEach((key, field) -> {
            if (field.getValue() != null && !field.getValue().isEmpty()) {
                values.put(key, field.getValue());
            }
        });
        Connections.Storage storage = old.map(
                        connection -> connections.change(connection.id(), name.getValue(), values))
                .orElseGet(() -> connections.create(name.getValue(), type.getValue(), values));
        switch (storage) {
            case Connections.Storage.Stored _ -> {
                close();
                done.run();
            }
            case Connections.Storage.Unknown _ -> close();
            case Connections.Storage.Invalid(String field, String message) -> wrong(field, getTranslation(message));
        }
    }

    private void wrong(String key, String message) {
        fields.values().forEach(field -> {
            if (field instanceof HasValidation shown) {
                shown.setInvalid(false);
            }
        });
        AbstractField<?, String> field = fields.get(key);
        if (field instanceof HasValidation shown) {
            shown.setErrorMessage(message);
            shown.setInvalid(true);
        } else {
            Toast.show(message);
        }
    }
}
