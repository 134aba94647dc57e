package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.tutti.workspace.Users;

/** Changes one's own password. */
class PasswordDialog extends Dialog {

    private final PasswordField old = new PasswordField();
    private final PasswordField wanted = new PasswordField();

    PasswordDialog(Users users) {
        setHeaderTitle(getTranslation("ui.password"));
        old.setLabel(getTranslation("ui.password.old"));
        wanted.setLabel(getTranslation("ui.password.new"));
        wanted.setHelperText(getTranslation("ui.password.help"));
        old.setWidthFull();
        wanted.setWidthFull();
        VerticalLayout form = new VerticalLayout(old, wanted);
        form.setPadding(false);
        add(form);
        Button keep = new Button(getTranslation("ui.password.change"), _ -> change(users));
        keep.addThemeName("primary");
        getFooter().add(new Button(getTranslation("ui.cancel"), _ -> close()), keep);
        setWidth("420px");
    }

    private void change(Users users) {
        old.setInvalid(false);
        wanted.setInvalid(false);
        switch (users.changePassword(old.getValue(), wanted.getValue())) {
            case Users.Result.Done _ -> {
                close();
                Notification.show(getTranslation("ui.password.changed"));
            }
            case Users.Result.Invalid(String field, String message) -> {
                PasswordField wrong = field.equals("old") ? old : wanted;
                wrong.setErrorMessage(getTranslation(message));
                wrong.setInvalid(true);
            }
        }
    }
}
