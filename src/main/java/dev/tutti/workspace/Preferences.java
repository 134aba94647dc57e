package dev.tutti.workspace;

import java.util.Locale;

/** How a person wants Tutti to look: the language (English or French) and the colours. */
public record Preferences(Locale language, Theme theme) {}
