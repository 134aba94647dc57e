package dev.tutti.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
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
        MenuBar bar = new MenuBar();
        bar.addThemeName("tertiary");
        Avatar avatar = new Avatar(user.name());
        avatar.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(user.name());
        name.addClassName("person-name");
        var more = Icons.of("chevrons-up-down");
        more.addClassName("person-more");
        Div both = new Div(avatar, name, more);
        both.addClassName("person");
        MenuItem person = bar.addItem(both);
        person.setAriaLabel(getTranslation("ui.person", user.name()));
        SubMenu menu = person.getSubMenu();
        SubMenu languages = menu.addItem(getTranslation("ui.language")).getSubMenu();
        language(languages, Locale.ENGLISH, "English");
        language(languages, Locale.FRENCH, "Français");
        SubMenu themes = menu.addItem(getTranslation("ui.theme")).getSubMenu();
        for (Theme theme : Theme.values()) {
            theme(themes, theme);
        }
        menu.addSeparator();
        menu.addItem(getTranslation("ui.password"), _ -> new PasswordDialog(users).open());
        menu.addItem(getTranslation("ui.sign-out"), _ -> authentication.logout());
        add(bar);
    }

    private void language(SubMenu menu, Locale language, String name) {
        MenuItem item = menu.addItem(
                name,
                _ -> prefer(new Preferences(
                        Optional.of(language), user.preferences().theme())));
        item.setCheckable(true);
        item.setChecked(getLocale().getLanguage().equals(language.getLanguage()));
    }

    private void theme(SubMenu menu, Theme theme) {
        String key = "ui.theme." + theme.name().toLowerCase(Locale.ROOT);
        MenuItem item = menu.addItem(
                getTranslation(key),
                _ -> prefer(new Preferences(user.preferences().language(), theme)));
        item.setCheckable(true);
        item.setChecked(user.preferences().theme() == theme);
    }

    private void prefer(Preferences preferences) {
        users.prefer(preferences);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}
