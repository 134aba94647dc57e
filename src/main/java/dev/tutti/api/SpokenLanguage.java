package dev.tutti.api;

import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Languages;
import dev.tutti.workspace.Settings;
import dev.tutti.workspace.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Which language to answer in: what {@code ?lang} asks for, what the person chose, what the browser or program accepts,
 * what the owner set for everybody, English. A program with a token is heard before the person whose token it has.
 */
@Primary
@Component("localeResolver")
final class SpokenLanguage implements LocaleResolver {

    private final CurrentUser current;
    private final Settings settings;

    SpokenLanguage(CurrentUser current, Settings settings) {
        this.current = current;
        this.settings = settings;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Optional<Locale> asked = Optional.ofNullable(queried(request)).flatMap(SpokenLanguage::spoken);
        Optional<Locale> first = BearerFilter.carriesToken(request) ? accepted(request) : Optional.empty();
        return asked.or(() -> first)
                .or(this::chosen)
                .or(() -> accepted(request))
                .or(settings::language)
                .orElse(Locale.ENGLISH);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("A language is chosen in the preferences");
    }

    private Optional<Locale> chosen() {
        return current.find().map(User::preferences).flatMap(preferences -> preferences.language());
    }

    /** Read from the query alone: asking for a parameter would swallow the body of a form. */
    private static @Nullable String queried(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                if (pair.startsWith("lang=")) {
                    return pair.substring(5);
                }
            }
        }
        return null;
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> spoken(locale.getLanguage()).stream())
                        .findFirst();
    }

    private static Optional<Locale> spoken(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        Locale nearest = Languages.nearest(locale);
        return nearest.getLanguage().equals(locale.getLanguage()) ? Optional.of(nearest) : Optional.empty();
    }
}
