package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.connection.Trial;
import java.util.Optional;
import java.util.function.Function;

/** Tries a connection out by calling an address with it. */
class TrialDialog extends Dialog {

    private final TextField url = new TextField();
    private final Div answer = new Div();
    private final Function<String, Optional<Trial>> trial;
    private final Runnable tried;

    TrialDialog(Function<String, Optional<Trial>> trial, Runnable tried) {
        this.trial = trial;
        this.tried = tried;
        setHeaderTitle(getTranslation("ui.connections.test.title"));
        setWidth("480px");
        url.setLabel(getTranslation("ui.connections.test.url"));
        url.setPlaceholder("https://api.example.com/me");
        url.setWidthFull();
        answer.addClassName("trial");
        answer.getElement().setAttribute("role", "status");
        Div all = new Div(new Paragraph(getTranslation("ui.connections.test.lead")), url, answer);
        all.addClassName("dialog-form");
        add(all);
        Button go = new Button(getTranslation("ui.connections.test"), _ -> run());
        go.addThemeName("primary");
        Buttons.submits(go, url);
        getFooter().add(new Button(getTranslation("ui.close"), _ -> close()), go);
        url.focus();
    }

    private void run() {
        url.setInvalid(false);
        if (!url.getValue().matches("https?://\\S+")) {
            url.setErrorMessage(getTranslation("ui.connections.test.url.wrong"));
            url.setInvalid(true);
            return;
        }
        trial.apply(url.getValue().strip()).ifPresent(outcome -> {
            answer.setText(outcome.message());
            answer.setClassName("wrong", !outcome.working());
            answer.setClassName("right", outcome.working());
            tried.run();
        });
    }
}
