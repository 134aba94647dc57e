package dev.tutti.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.tutti.workspace.Preferences;
import dev.tutti.workspace.Theme;
import dev.tutti.workspace.User;
import dev.tutti.workspace.Users;
import java.util.Locale;
import java.util.Optional;

/** Who is signed in: their language, their colours, and the way out. */
class PersonMenu extends Div {

    private final User user;
    private final Users users;

    PersonMenu(User user, Users users, AuthenticationContext authentication) {
        this.user = user;
        this.users = users;
        Avatar avatar = new Avatar(user.name());
        avatar.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(user.name());
        name.addClassName("person-name");
        var more = Icons.of("chevrons-up-down");
        more.addClassName("person-more");
        Div both = new Div(avatar, name, more);
        both.addClassName("person");
        Button opener = new Button(both);
        opener.addThemeName("tertiary");
        opener.addClassName("person-button");
        opener.getElement().setAttribute("title", getTranslation("ui.person", user.name()));
        Menu menu = new Menu(opener, getTranslation("ui.person", user.name()), PopoverPosition.TOP_START);
        Span email = new Span(user.email());
        email.addClassNames("menu-head", "cut");
        menu.add(email, languages(), themes());
        menu.item("key-round", getTranslation("ui.password"), () -> new PasswordDialog(users).open());
        menu.item("log-out", getTranslation("ui.sign-out"), authentication::logout);
        add(opener, menu);
    }

    private Div languages() {
        Div choices = choices("ui.language");
        choice(choices, Locale.ENGLISH, "English");
        choice(choices, Locale.FRENCH, "Français");
        return choices;
    }

    private void choice(Div choices, Locale language, String name) {
        Button button = choice(name, getLocale().getLanguage().equals(language.getLanguage()));
        button.getElement().setAttribute("lang", language.getLanguage());
        button.addClickListener(_ ->
                prefer(new Preferences(Optional.of(language), user.preferences().theme())));
        choices.add(button);
    }

    private Div themes() {
        Div choices = choices("ui.theme");
        for (Theme theme : Theme.values()) {
            String key = "ui.theme." + theme.name().toLowerCase(Locale.ROOT);
            Button button = choice(getTranslation(key), user.preferences().theme() == theme);
            button.addClickListener(
                    _ -> prefer(new Preferences(user.preferences().language(), theme)));
            choices.add(button);
        }
        return choices;
    }

    private Div choices(String key) {
        Div choices = new Div();
        choices.addClassName("choices");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", getTranslation(key));
        return choices;
    }

    private static Button choice(String name, boolean chosen) {
        Button button = new Button(name);
        button.addThemeName("tertiary");
        button.addClassName("choice");
        button.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        return button;
    }

    private void prefer(Preferences preferences) {
        users.prefer(preferences);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}
