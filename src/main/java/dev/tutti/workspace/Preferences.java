package dev.tutti.workspace;

import java.util.Locale;
import java.util.Optional;

/** How a person wants Tutti to look: the colours, and English or French if they have chosen one. */
public record Preferences(Optional<Locale> language, Theme theme) {

    /** What a new person starts with. */
    public static final Preferences NONE = new Preferences(Optional.empty(), Theme.SYSTEM);

    public Preferences {
        language = language.map(Languages::nearest);
    }
}
