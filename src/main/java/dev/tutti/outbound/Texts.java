package dev.tutti.outbound;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this package, read without any framework because nothing lies below it. */
final class Texts {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    static String text(String key, Locale locale, Object... arguments) {
        Locale spoken = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        String pattern = ResourceBundle.getBundle("i18n.outbound.messages", spoken, EXACT)
                .getString(key);
        return new MessageFormat(pattern, spoken).format(arguments);
    }
}
