package dev.tutti.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Languages;
import dev.tutti.workspace.Preferences;
import dev.tutti.workspace.Settings;
import dev.tutti.workspace.Theme;
import dev.tutti.workspace.User;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens every page in the language and the colours of whoever looks at it. */
@Component
class PersonalLook implements VaadinServiceInitListener {

    private final CurrentUser current;
    private final Settings settings;

    PersonalLook(CurrentUser current, Settings settings) {
        this.current = current;
        this.settings = settings;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            Optional<Locale> chosen = current.find().map(User::preferences).flatMap(Preferences::language);
            Locale browser = Optional.ofNullable(opened.getUI().getLocale()).orElse(Locale.ENGLISH);
            opened.getUI().setLocale(chosen.or(settings::language).orElseGet(() -> Languages.nearest(browser)));
        });
        event.addIndexHtmlRequestListener(page -> {
            Theme theme = current.find()
                    .map(User::preferences)
                    .map(Preferences::theme)
                    .orElse(Theme.SYSTEM);
            String scheme = theme == Theme.SYSTEM ? "light dark" : theme.name().toLowerCase(Locale.ROOT);
            page.getDocument().head().appendElement("style").text("html{color-scheme:" + scheme + "}");
            page.getDocument().child(0).attr("data-theme", theme.name().toLowerCase(Locale.ROOT));
        });
    }
}
