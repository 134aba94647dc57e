package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.trigger.HookRules;
import dev.tutti.trigger.WebhookRules;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The API keys of a webhook. A new one is shown once. */
class WebhookKeys extends WebhookForm {

    private final UnorderedList list = new UnorderedList();
    private final TextField name = new TextField();

    WebhookKeys(WebhookRules rules, ScenarioId scenario) {
        super(rules, scenario);
        list.addClassName("facts");
        name.setPlaceholder(getTranslation("ui.webhook.key.name"));
        name.setWidth("320px");
        name.setAriaLabel(getTranslation("ui.webhook.key.name"));
        field("apiKeys", name);
        Button add = new Button(getTranslation("ui.webhook.key.add"), Icons.of("plus"), _ -> make());
        Buttons.submits(add, name);
        Div line = new Div(name, add);
        line.addClassName("one-line");
        add(list, line);
        draw();
    }

    private List<String> names() {
        return rules().apiKeys().stream().map(HookRules.ApiKey::name).toList();
    }

    private void draw() {
        list.removeAll();
        for (String key : names()) {
            Span label = new Span(key);
            label.addClassName("strong");
            Button remove = Buttons.icon(
                    "trash",
                    getTranslation("ui.webhook.key.delete", key),
                    () -> Buttons.confirm(
                            getTranslation("ui.webhook.key.delete.title", key),
                            getTranslation("ui.webhook.key.delete.text"),
                            getTranslation("ui.delete"),
                            getTranslation("ui.cancel"),
                            () -> {
                                change(patch(names().stream().filter(each -> !each.equals(key))));
                                draw();
                            }));
            Div line = new Div(label, remove);
            line.addClassName("one-line");
            list.add(new ListItem(line));
        }
        list.setVisible(list.getChildren().findAny().isPresent());
    }

    private static Fields patch(Stream<String> names) {
        List<Value> keys =
                names.<Value>map(name -> Fields.of("name", new Text(name))).toList();
        return Fields.of("apiKeys", new Items(keys));
    }

    private void make() {
        String wanted = name.getValue().strip();
        change(patch(Stream.concat(names().stream(), Stream.of(wanted)))).ifPresent(made -> {
            name.clear();
            draw();
            show(made);
        });
    }

    private void show(Map<String, String> made) {
        made.forEach((key, text) -> {
            Dialog dialog = new Dialog(getTranslation("ui.webhook.key.made", key));
            Code code = new Code(text);
            code.addClassName("cut");
            Div line = new Div(code, Buttons.copy(getTranslation("ui.copy"), text));
            line.addClassName("one-line");
            dialog.add(new Paragraph(getTranslation("ui.webhook.key.once")), line);
            dialog.getFooter().add(new Button(getTranslation("ui.close"), _ -> dialog.close()));
            dialog.setWidth("520px");
            dialog.open();
        });
    }
}
