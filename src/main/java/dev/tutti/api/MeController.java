package dev.tutti.api;

import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Preferences;
import dev.tutti.workspace.Theme;
import dev.tutti.workspace.User;
import dev.tutti.workspace.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The person who is asking. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    /** What a browser has to send along with everything that changes something. */
    record Csrf(String header, String token) {}

    record Me(
            String id,
            String name,
            String email,
            String role,
            String language,
            String theme,
            @Nullable Csrf csrf) {}

    record NewPreferences(
            @Nullable String language, @Nullable String theme) {}

    record NewPassword(String old, String password) {}

    private final CurrentUser current;
    private final Users users;
    private final SpokenLanguage language;

    MeController(CurrentUser current, Users users, SpokenLanguage language) {
        this.current = current;
        this.users = users;
        this.language = language;
    }

    @GetMapping
    @Allowed(Action.PROFILE_OWN)
    Me me(HttpServletRequest request) {
        return me(current.get(), request);
    }

    @PutMapping("/preferences")
    @Allowed(Action.PROFILE_OWN)
    Me prefer(@RequestBody NewPreferences wanted, HttpServletRequest request) {
        Preferences old = current.get().preferences();
        Optional<Locale> chosen = wanted.language() == null ? old.language() : language(wanted.language());
        Theme theme = wanted.theme() == null ? old.theme() : theme(wanted.theme());
        return me(users.prefer(new Preferences(chosen, theme)), request);
    }

    @PutMapping("/password")
    @Allowed(Action.PROFILE_OWN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody NewPassword wanted) {
        if (users.changePassword(wanted.old(), wanted.password())
                instanceof Users.Result.Invalid(var field, var message)) {
            throw Problem.field(field, message);
        }
    }

    private Me me(User user, HttpServletRequest request) {
        Csrf csrf = !BearerFilter.carriesToken(request)
                        && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getHeaderName(), token.getToken())
                : null;
        String spoken = user.preferences()
                .language()
                .orElseGet(() -> language.resolveLocale(request))
                .getLanguage();
        return new Me(
                user.id().toString(),
                user.name(),
                user.email(),
                user.role().name().toLowerCase(Locale.ROOT),
                spoken,
                user.preferences().theme().name().toLowerCase(Locale.ROOT),
                csrf);
    }

    private static Optional<Locale> language(String tag) {
        return switch (tag) {
            case "en" -> Optional.of(Locale.ENGLISH);
            case "fr" -> Optional.of(Locale.FRENCH);
            case "" -> Optional.empty();
            default -> throw Problem.field("language", "api.language.unknown");
        };
    }

    private static Theme theme(String name) {
        return switch (name) {
            case "system" -> Theme.SYSTEM;
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw Problem.field("theme", "api.theme.unknown");
        };
    }
}
