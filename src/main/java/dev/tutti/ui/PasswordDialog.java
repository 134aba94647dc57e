package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.tutti.workspace.Users;

/** Changes one's own password. */
class PasswordDialog extends Dialog {

    private final PasswordField old = new PasswordField();
    private final PasswordField wanted = new PasswordField();

    PasswordDialog(Users users) {
        setHeaderTitle(getTranslation("ui.password"));
        setWidth("420px");
        old.setLabel(getTranslation("ui.password.old"));
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        old.setWidthFull();
        wanted.setLabel(getTranslation("ui.password.new"));
        wanted.setHelperText(getTranslation("ui.password.help"));
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        wanted.setWidthFull();
        Div form = new Div(old, wanted);
        form.addClassName("dialog-form");
        add(form);
        Button keep = new Button(getTranslation("ui.password.change"), _ -> change(users));
        keep.addThemeName("primary");
        Buttons.submits(keep, old, wanted);
        getFooter().add(new Button(getTranslation("ui.cancel"), _ -> close()), keep);
        old.focus();
    }

    private void change(Users users) {
        old.setInvalid(false);
        wanted.setInvalid(false);
        switch (users.changePassword(old.getValue(), wanted.getValue())) {
            case Users.Result.Done _ -> {
                close();
                Toast.show(getTranslation("ui.password.changed"));
            }
            case Users.Result.Invalid(String field, String message) -> {
                PasswordField wrong = field.equals("old") ? old : wanted;
                wrong.setErrorMessage(getTranslation(message));
                wrong.setInvalid(true);
            }
        }
    }
}
