package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.workspace.Tokens;

/** Makes a token and shows it this once. */
class TokenDialog extends Dialog {

    private final Tokens tokens;
    private final Runnable made;
    private final TextField name = new TextField();
    private final Div form = new Div();

    TokenDialog(Tokens tokens, Runnable made) {
        this.tokens = tokens;
        this.made = made;
        setHeaderTitle(getTranslation("ui.tokens.add"));
        setWidth("520px");
        name.setLabel(getTranslation("ui.tokens.name"));
        name.setHelperText(getTranslation("ui.tokens.name.help"));
        name.setWidthFull();
        form.addClassName("dialog-form");
        form.add(name);
        add(form);
        Button make = new Button(getTranslation("ui.create"), _ -> make());
        make.addThemeName("primary");
        Buttons.submits(make, name);
        getFooter().add(new Button(getTranslation("ui.cancel"), _ -> close()), make);
        name.focus();
    }

    private void make() {
        if (name.getValue().isBlank()) {
            name.setErrorMessage(getTranslation("ui.tokens.name.required"));
            name.setInvalid(true);
            return;
        }
        show(tokens.issue(name.getValue().strip()).text());
        made.run();
    }

    private void show(String token) {
        TextField text = new TextField(getTranslation("ui.tokens.text"));
        text.setValue(token);
        text.setReadOnly(true);
        text.addClassName("code-area");
        text.setWidthFull();
        text.setHelperText(getTranslation("ui.tokens.once"));
        form.removeAll();
        form.add(text);
        Button copy = new Button(getTranslation("ui.copy"), Icons.of("copy"));
        copy.addThemeName("primary");
        copy.addClickListener(_ -> {
            copy.getElement().executeJs("navigator.clipboard.writeText($0)", token);
            Toast.show(getTranslation("ui.copied"));
        });
        getFooter().removeAll();
        getFooter().add(new Button(getTranslation("ui.close"), _ -> close()), copy);
        setCloseOnOutsideClick(false);
        copy.focus();
    }
}
