package dev.tutti.workspace;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** Every visible text, in English and French, from {@code i18n/<part>/messages_<language>.properties}. */
@Component
public final class Messages {

    /** The text in this language (English where it is not French), with {@code {0}}, {@code {1}} … filled in. */
    public String text(String key, Locale locale, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        throw new UnsupportedOperationException();
    }
}
