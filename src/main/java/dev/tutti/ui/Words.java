package dev.tutti.ui;

import com.vaadin.flow.i18n.I18NProvider;
import dev.tutti.workspace.Messages;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives Vaadin the same words that the rest of the application uses. */
@Component
class Words implements I18NProvider {

    private final Messages messages;

    Words(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.ENGLISH, Locale.FRENCH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return messages.text(key, locale, arguments);
    }
}
