package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tutti.workspace.Setup;
import java.util.List;
import java.util.Map;

/** Signing in. Where nobody is there yet, the way leads to creating the owner. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Setup setup;
    private final LoginForm form = new LoginForm();

    LoginView(Setup setup) {
        this.setup = setup;
        addClassName("door");
        form.setAction("login");
        form.getElement().setAttribute("heading-level", "1");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words(getTranslation("ui.login.wrong")));
        Div brand = new Div(Icons.of("tutti"), new Span("Tutti"));
        brand.addClassName("door-brand");
        Div card = new Div(brand, form);
        card.addClassName("door-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (setup.open()) {
            event.forwardTo(SetupView.class);
            return;
        }
        Map<String, List<String>> query =
                event.getLocation().getQueryParameters().getParameters();
        if (query.containsKey("wait")) {
            form.setI18n(words(getTranslation("ui.login.wait", query.get("wait").getFirst())));
        }
        form.setError(query.containsKey("error") || query.containsKey("wait"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.login.title") + " · Tutti";
    }

    private LoginI18n words(String wrong) {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form texts = words.getForm();
        texts.setTitle(getTranslation("ui.login.title"));
        texts.setUsername(getTranslation("ui.email"));
        texts.setPassword(getTranslation("ui.password.word"));
        texts.setSubmit(getTranslation("ui.login"));
        words.setForm(texts);
        LoginI18n.ErrorMessage error = words.getErrorMessage();
        error.setTitle(getTranslation("ui.login.failed"));
        error.setMessage(wrong);
        error.setUsername(getTranslation("ui.email.required"));
        error.setPassword(getTranslation("ui.password.required"));
        words.setErrorMessage(error);
        return words;
    }
}
