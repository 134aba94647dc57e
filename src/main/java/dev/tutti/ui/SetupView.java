package dev.tutti.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tutti.workspace.Preferences;
import dev.tutti.workspace.Setup;
import dev.tutti.workspace.SignIn;
import dev.tutti.workspace.Theme;
import dev.tutti.workspace.User;
import dev.tutti.workspace.Visitor;
import java.util.Map;
import java.util.Optional;

/** The first visit: whoever may, becomes the owner. Works only while nobody is there. */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
class SetupView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Setup setup;
    private final SignIn signIn;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();
    private final TextField code = new TextField();

    SetupView(Setup setup, SignIn signIn) {
        this.setup = setup;
        this.signIn = signIn;
        addClassName("door");
        Div brand = new Div(Icons.of("tutti"), new Span("Tutti"));
        brand.addClassName("door-brand");
        name.setLabel(getTranslation("ui.setup.name"));
        email.setLabel(getTranslation("ui.email"));
        password.setLabel(getTranslation("ui.password.word"));
        password.setHelperText(getTranslation("ui.password.help"));
        code.setLabel(getTranslation("ui.setup.code"));
        code.setHelperText(getTranslation("ui.setup.code.help"));
        name.setAutocomplete(Autocomplete.NAME);
        email.setAutocomplete(Autocomplete.EMAIL);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        code.setAutocomplete(Autocomplete.OFF);
        code.setVisible(setup.needsCode(visitor()));
        Button create = new Button(getTranslation("ui.setup.create"), _ -> create());
        create.addThemeName("primary");
        Buttons.submits(create, name, email, password, code);
        Div fields = new Div(name, email, password, code, create);
        fields.addClassName("door-fields");
        Div card = new Div(
                brand,
                new H1(getTranslation("ui.setup.title")),
                new Paragraph(getTranslation("ui.setup.lead")),
                fields);
        card.addClassName("door-card");
        add(card);
        name.focus();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!setup.open()) {
            event.forwardTo(HomeView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.setup.title") + " · Tutti";
    }

    private void create() {
        Preferences preferences = new Preferences(Optional.of(getLocale()), Theme.SYSTEM);
        Setup.Owner owner =
                new Setup.Owner(name.getValue(), email.getValue(), password.getValue(), preferences, code.getValue());
        switch (setup.create(owner, visitor())) {
            case Setup.Result.Created(User user) -> enter(user);
            case Setup.Result.Invalid(String field, String message) -> wrong(field, getTranslation(message));
            case Setup.Result.Wait(var time) -> wrong("code", getTranslation("ui.login.wait", time.toSeconds()));
            case Setup.Result.Closed _ -> getUI().ifPresent(ui -> ui.navigate(LoginView.class));
        }
    }

    private void enter(User user) {
        signIn.session(
                user,
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        getUI().ifPresent(ui -> ui.getPage().setLocation("scenarios/new"));
    }

    private void wrong(String field, String message) {
        Map<String, HasValidation> fields = Map.of("name", name, "email", email, "password", password, "code", code);
        fields.values().forEach(each -> each.setInvalid(false));
        HasValidation wrong = fields.getOrDefault(field, email);
        wrong.setErrorMessage(message);
        wrong.setInvalid(true);
    }

    private static Visitor visitor() {
        return Visitor.of(VaadinServletRequest.getCurrent().getHttpServletRequest());
    }
}
